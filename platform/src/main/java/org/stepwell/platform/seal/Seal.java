package org.stepwell.platform.seal;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stepwell.contracts.id.ClinicId;

/**
 * Seals text so that only the same clinic can open it, and only for the same purpose: AES-256-GCM under a key derived
 * per clinic (HKDF, RFC 5869). Sealed text moved to another row or clinic does not open.
 */
@Singleton
public class Seal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final byte[] master;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<ClinicId, SecretKey> keys = new ConcurrentHashMap<>();

    /** The key is 32 random bytes in Base64, from {@code STEPWELL_SEAL_KEY}; there is no default. */
    public Seal(@ConfigProperty(name = "stepwell.seal.key") String key) {
        master = Base64.getDecoder().decode(key);
        if (master.length != KEY_BYTES) {
            throw new IllegalStateException(
                    "STEPWELL_SEAL_KEY must be %d bytes in Base64 (it has %d); make one with: openssl rand -base64 32"
                            .formatted(KEY_BYTES, master.length));
        }
    }

    /** Seals {@code text} for one purpose of one clinic, such as {@code patient-contact/<id>}. */
    public String seal(ClinicId clinic, String purpose, String text) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, clinic, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        var both = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed);
        return Base64.getEncoder().encodeToString(both.array());
    }

    /** Opens what {@link #seal} sealed for the same clinic and purpose. */
    public String open(ClinicId clinic, String purpose, String sealed) {
        var both = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        var nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        var rest = new byte[both.remaining()];
        both.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, clinic, purpose, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, ClinicId clinic, String purpose, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.computeIfAbsent(clinic, this::derive), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((clinic + "|" + purpose).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text could not be sealed or opened (%s)".formatted(purpose), e);
        }
    }

    private SecretKey derive(ClinicId clinic) {
        try {
            var info = ("stepwell clinic " + clinic).getBytes(StandardCharsets.UTF_8);
            var parameters = HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(info, KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key for clinic " + clinic, e);
        }
    }
}
