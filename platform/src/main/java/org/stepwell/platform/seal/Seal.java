package org.stepwell.platform.seal;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.stepwell.contracts.id.ClinicId;

/**
 * Seals text, and bytes, so that only the same clinic can open it, and only in the same place: AES-256-GCM under a key of the clinic,
 * whose name stands in front of the sealed text. Sealed text moved to another row or clinic does not open, and without the
 * clinic's key none does.
 */
@Singleton
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String AFTER_NAME = ":";

    private final Keyring keyring;
    private final SecureRandom random = new SecureRandom();

    Seal(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Seals {@code text} for one place of one clinic, such as {@code patient-contact/<id>}. */
    public String seal(ClinicId clinic, String place, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var key = keyring.sealing(clinic);
        var bound = new Bound(clinic, place, key.name());
        var sealed = run(Cipher.ENCRYPT_MODE, key.secret(), bound, nonce, text.getBytes(StandardCharsets.UTF_8));
        var both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
        return key.name() + AFTER_NAME + Base64.getEncoder().encodeToString(both.array());
    }

    /** Opens what {@link #seal} sealed for the same clinic and place; 503 where the clinic's key is not here. */
    public String open(ClinicId clinic, String place, String sealed) {
        int end = sealed.indexOf(AFTER_NAME);
        if (end < 0) {
            throw new IllegalStateException("what stands in %s is not sealed".formatted(place));
        }
        var name = sealed.substring(0, end);
        var both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.substring(end + 1)));
        var nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        var rest = new byte[both.remaining()];
        both.get(rest);
        var secret = keyring.opening(clinic, name);
        var opened = run(Cipher.DECRYPT_MODE, secret, new Bound(clinic, place, name), nonce, rest);
        return new String(opened, StandardCharsets.UTF_8);
    }

    /** Seals bytes, such as a scanned page, as {@link #seal(ClinicId, String, String)} seals text. */
    public byte[] seal(ClinicId clinic, String place, byte[] bytes) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var key = keyring.sealing(clinic);
        var name = key.name().getBytes(StandardCharsets.UTF_8);
        var sealed = run(Cipher.ENCRYPT_MODE, key.secret(), new Bound(clinic, place, key.name()), nonce, bytes);
        return ByteBuffer.allocate(1 + name.length + nonce.length + sealed.length)
                .put((byte) name.length)
                .put(name)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens bytes that were sealed for the same clinic and place; 503 where the clinic's key is not here. */
    public byte[] open(ClinicId clinic, String place, byte[] sealed) {
        var whole = ByteBuffer.wrap(sealed);
        var name = new byte[whole.get()];
        whole.get(name);
        var key = new String(name, StandardCharsets.UTF_8);
        var nonce = new byte[NONCE_BYTES];
        whole.get(nonce);
        var rest = new byte[whole.remaining()];
        whole.get(rest);
        return run(Cipher.DECRYPT_MODE, keyring.opening(clinic, key), new Bound(clinic, place, key), nonce, rest);
    }

    /** What a sealed text is tied to, beside its key. */
    private record Bound(ClinicId clinic, String place, String key) {
        byte[] bytes() {
            return "%s|%s|%s".formatted(clinic, key, place).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] run(int mode, SecretKey key, Bound bound, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(bound.bytes());
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a sealed text could not be sealed or opened (%s)".formatted(bound.place()), e);
        }
    }
}
