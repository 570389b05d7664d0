package org.stepwell.enrollment.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/** The code of an invitation: 160 random bits, in letters and digits that nobody mistakes for each other. Only its hash is kept. */
final class Code {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 32;
    private static final int GROUP = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Code() {}

    /** A new code, such as {@code 7ZQ4M2KD-9XJ0AB1C-…}. */
    static String fresh() {
        var code = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** The hash of what somebody typed: small letters, spaces and hyphens do not matter. */
    static byte[] hash(String typed) {
        var code = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
