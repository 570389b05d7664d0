package org.stepwell.platform.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file that is written whole before any of it leaves, and then streamed, however long it is. It has no name while it is there,
 * and its key is never on the disk: whoever finds its blocks later finds nothing.
 */
public final class Spool {

    private static final String CIPHER = "AES/CTR/NoPadding";
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel file;
    private final SecretKeySpec key = new SecretKeySpec(random(), "AES");
    private final IvParameterSpec start = new IvParameterSpec(random());

    private Spool(FileChannel file) {
        this.file = file;
    }

    /** Writes what is to leave. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** All of it, or nothing that stays. */
    public static Spool of(Writing writing) {
        try {
            var spool = new Spool(nameless());
            try (var out = new CipherOutputStream(
                    new Unclosed(Channels.newOutputStream(spool.file)), spool.cipher(Cipher.ENCRYPT_MODE))) {
                writing.to(out);
            } catch (IOException | RuntimeException e) {
                spool.file.close();
                throw e;
            }
            return spool;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it, once; as what a JAX-RS resource answers with. */
    public void stream(OutputStream out) throws IOException {
        file.position(0);
        try (InputStream in = new CipherInputStream(Channels.newInputStream(file), cipher(Cipher.DECRYPT_MODE))) {
            in.transferTo(out);
        }
    }

    /** Its name is gone as soon as it is open. */
    private static FileChannel nameless() throws IOException {
        var path = Files.createTempFile("stepwell", ".spool");
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, start);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is in every JDK", e);
        }
    }

    private static byte[] random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The file stays open when the last block is written. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
