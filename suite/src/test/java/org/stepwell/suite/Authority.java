package org.stepwell.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who signs certificates for a day, as an operator does for what it runs; made by the JDK's keytool. */
final class Authority {

    /** Of stores that are gone with their test. */
    static final String PASSWORD = "of-a-test-and-gone-with-it";

    private static final String ITSELF = "authority";

    private final Path folder;
    private final Path store;

    private Authority(Path folder, String name) {
        this.folder = folder;
        this.store = folder.resolve(name + ".p12");
    }

    static Authority make(Path folder, String name) throws IOException, InterruptedException {
        var authority = new Authority(Files.createDirectories(folder), name);
        authority.generate(ITSELF, name, "bc:c");
        return authority;
    }

    /** Who is to be believed, in PEM. */
    Path certificate() throws IOException, GeneralSecurityException {
        return pem("ca.crt", "CERTIFICATE", open().getCertificate(ITSELF).getEncoded());
    }

    /** A key and its certificate for whoever is called so, at these hosts; in PKCS12, as Strimzi gives it to a user. */
    Path issue(String name, String... hosts) throws IOException, InterruptedException, GeneralSecurityException {
        var names = Stream.of(hosts).map(host -> "dns:" + host).collect(Collectors.joining(","));
        generate(name, name, hosts.length == 0 ? "eku:c=clientAuth" : "san:c=" + names, "-signer", ITSELF);
        var all = open();
        var alone = KeyStore.getInstance("PKCS12");
        alone.load(null, null);
        var password = PASSWORD.toCharArray();
        alone.setKeyEntry(name, all.getKey(name, password), password, all.getCertificateChain(name));
        var file = folder.resolve(name + ".alone.p12");
        try (var out = Files.newOutputStream(file)) {
            alone.store(out, password);
        }
        return file;
    }

    /** The key of whom a certificate was issued to, as PostgreSQL reads it. */
    Path key(String name) throws IOException, GeneralSecurityException {
        return pem(
                name + ".key",
                "PRIVATE KEY",
                open().getKey(name, PASSWORD.toCharArray()).getEncoded());
    }

    /** Their certificate, as PostgreSQL reads it. */
    Path certificate(String name) throws IOException, GeneralSecurityException {
        return pem(name + ".crt", "CERTIFICATE", open().getCertificate(name).getEncoded());
    }

    /** What RFC 7468 makes of these bytes. */
    static String pem(String what, byte[] bytes) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what, base64);
    }

    private Path pem(String file, String what, byte[] bytes) throws IOException {
        var written = folder.resolve(file);
        Files.deleteIfExists(written);
        // PostgreSQL does not take a key that others may read.
        Files.createFile(written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(written, pem(what, bytes));
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    }

    private void generate(String alias, String name, String extension, String... more)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(JavaProgram.path()).resolveSibling("keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of("-alias", alias, "-dname", "CN=" + name, "-ext", extension, "-validity", "1"));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of(more));
        var log = folder.resolve("keytool.log");
        var keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no key for %s: %s".formatted(name, Files.readString(log)));
        }
    }
}
