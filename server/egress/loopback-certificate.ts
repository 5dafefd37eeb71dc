// A certificate for api.test and its key, for servers on loopback in tests; nobody trusts it, so both may be read by all.
// Made by: openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 \
//   -subj "/CN=Bellwire tests" -addext "subjectAltName=DNS:api.test,DNS:*.api.test"
export const loopbackCertificate = `-----BEGIN CERTIFICATE-----
MIIBqTCCAVCgAwIBAgIUZsehYsqiFRFsiHachFcXxnAyOJAwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOQmVsbHdpcmUgdGVzdHMwIBcNMjYxMTIyMDk0MjE0WhgPMjEy
NjEwMjkwOTQyMTRaMBkxFzAVBgNVBAMMDkJlbGx3aXJlIHRlc3RzMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEFpV6vLNBmoXjgxpOXcImnyv384UJDI7BZAnYOqxs
HzZH+yc9mGzyQn9UTnFh323wEufdkAZIq1dTaWASvUdCnqN0MHIwHQYDVR0OBBYE
FKQ9tLz5jLcwJUHcH+5S+oPTWNL9MB8GA1UdIwQYMBaAFKQ9tLz5jLcwJUHcH+5S
+oPTWNL9MA8GA1UdEwEB/wQFMAMBAf8wHwYDVR0RBBgwFoIIYXBpLnRlc3SCCiou
YXBpLnRlc3QwCgYIKoZIzj0EAwIDRwAwRAIgbXrHY1fc/CN0O9+y8lnJy1s+xT4i
+dBesJHO3xHPba4CIA0Ohk/cF/RDL3uISyTwgm91zQfFbeDeADDKhOalyZ9b
-----END CERTIFICATE-----`;

export const loopbackKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVO6ZUFZ36nwkDPky
1m92z5vJB5K59YSnhOeoiU+9XgChRANCAAQWlXq8s0GaheODGk5dwiafK/fzhQkM
jsFkCdg6rGwfNkf7Jz2YbPJCf1ROcWHfbfAS592QBkirV1NpYBK9R0Ke
-----END PRIVATE KEY-----`;
