package org.stepwell.platform.seal;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.stepwell.platform.clinic.ClinicContext;

/**
 * Finds what is sealed without opening it: equal texts of a clinic have equal digests (HMAC-SHA256 under a key that only
 * the clinic's key gives), and nobody without that key can tell the text.
 */
@Singleton
public class Digests {

    private static final String HMAC = "HmacSHA256";
    private static final int KEPT_BYTES = 16;

    private final Keyring keyring;

    Digests(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Digests of one kind, such as {@code family-name}, at the clinic at work; used by one thread at a time. */
    public Digest of(String kind) {
        var clinicKey = keyring.first(ClinicContext.clinic()).secret().getEncoded();
        var kindKey = mac(clinicKey).doFinal(("digest of " + kind).getBytes(StandardCharsets.UTF_8));
        return new Digest(mac(kindKey));
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + HMAC, e);
        }
    }

    /** Makes digests of one kind. */
    public static final class Digest {
        private final Mac mac;

        private Digest(Mac mac) {
            this.mac = mac;
        }

        /** The digest of a text: 22 characters. */
        public String of(String text) {
            var whole = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, KEPT_BYTES));
        }
    }
}
