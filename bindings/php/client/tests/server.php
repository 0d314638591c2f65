<?php

// Speaks TLS, with a certificate for 127.0.0.1 that has expired. It prints its address, and writes the
// certificate into a file. With the word `plain` it speaks no TLS:
//
//     php server.php CERTIFICATE [plain]

declare(strict_types=1);

$path = $argv[1];
$config = "$path.cnf";
file_put_contents($config, "[req]\ndistinguished_name=name\n[name]\n[v3]\nsubjectAltName=IP:127.0.0.1\n");
$options = ['config' => $config, 'digest_alg' => 'sha256', 'x509_extensions' => 'v3'];
$key = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1', 'private_key_bits' => 2_048, 'config' => $config]);
$request = openssl_csr_new(['commonName' => 'expired'], $key, $options);
// Valid for no time.
$certificate = openssl_csr_sign($request, null, $key, 0, $options);
openssl_x509_export($certificate, $pem);
openssl_pkey_export($key, $secret, null, $options);
file_put_contents($path, $pem);
file_put_contents("$path.both", $pem . $secret);
$context = stream_context_create(['ssl' => ['local_cert' => "$path.both"]]);
$server = stream_socket_server('tcp://127.0.0.1:0', context: $context);
echo stream_socket_get_name($server, false), "\n";
while (($client = @stream_socket_accept($server, 20)) !== false) {
    if (isset($argv[2])) {
        fwrite($client, "HTTP/1.1 400 Bad Request\r\n\r\n");
        fread($client, 8_192);
    } else {
        @stream_socket_enable_crypto($client, true, STREAM_CRYPTO_METHOD_TLS_SERVER);
    }
    fclose($client);
}
