package org.stepwell.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.Supplier;

/** The passwords and keys of this clinic, made once on this machine and readable by its user alone. */
final class Secrets {
    private static final int BYTES = 32;
    private static final int RSA_BITS = 2048;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    Secrets(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    values.load(in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password of a database user or of Keycloak's administrator. */
    String password(String user) {
        return kept(user + ".password", () -> HexFormat.of().formatHex(bytes()));
    }

    /** The key of a client of Keycloak: the private half in PKCS#8, as Base64. */
    String privateKey(String client) {
        return keyPair(client)[0];
    }

    /** What Keycloak knows it by: the public half in X.509's SubjectPublicKeyInfo, as Base64. */
    String publicKey(String client) {
        return keyPair(client)[1];
    }

    private String[] keyPair(String client) {
        return kept(client + ".key", Secrets::freshKeyPair).split(" ", 2);
    }

    private static String freshKeyPair() {
        try {
            var pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(RSA_BITS);
            var pair = pairs.generateKeyPair();
            var base64 = Base64.getEncoder();
            return base64.encodeToString(pair.getPrivate().getEncoded()) + " "
                    + base64.encodeToString(pair.getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private synchronized String kept(String name, Supplier<String> fresh) {
        var value = values.getProperty(name);
        if (value == null) {
            value = fresh.get();
            values.setProperty(name, value);
            store();
        }
        return value;
    }

    private void store() {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            var next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, ownerOnly);
            try (var out = Files.newBufferedWriter(next)) {
                values.store(out, "Made by ./stepwell for this machine; never leaves it.");
            }
            // Moved as a whole: a password half written would lock the clinic out of its own records.
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
