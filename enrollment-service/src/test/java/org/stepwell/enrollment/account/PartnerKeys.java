package org.stepwell.enrollment.account;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys as partners' engineers make them, in PEM. */
public final class PartnerKeys {

    private PartnerKeys() {}

    /** The public half of a pair on the curve that SMART asks for. */
    public static String curve() {
        return pem("PUBLIC", curve("secp384r1").getPublic());
    }

    static KeyPair curve(String name) {
        try {
            var pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(new ECGenParameterSpec(name));
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsa(int bits) {
        try {
            var pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(bits);
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(String half, Key key) {
        return "-----BEGIN %1$s KEY-----\n%2$s\n-----END %1$s KEY-----\n"
                .formatted(half, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
    }
}
