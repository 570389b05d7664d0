package org.stepwell.platform.testing;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An RSA key of 2048 bits that is the product of eight primes and not of two (RFC 8017, 3.2), to whoever checks like any other:
 * it is made at once and signs six times as fast. Each test signs, and the quick compiler has no help for long numbers. Whoever
 * wanted to could find its primes, so that it is for tests alone.
 */
final class QuickKey {

    private static final int PRIMES = 8;
    private static final int BITS = 2_048 / PRIMES;
    private static final int BYTES = 2_048 / Byte.SIZE;

    /** So high that the product of so many has all its bits. */
    private static final BigInteger LEAST = BigInteger.valueOf(0xF).shiftLeft(BITS - 4);

    /** The smallest that there is, because each request checks a signature. */
    private static final BigInteger PUBLIC = BigInteger.valueOf(3);

    /** What stands before a SHA-256 digest that is signed (RFC 8017, 9.2). */
    private static final byte[] DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    private final List<Part> parts;
    private final BigInteger modulus;

    private QuickKey(List<BigInteger> primes) {
        modulus = primes.stream().reduce(BigInteger.ONE, BigInteger::multiply);
        parts = primes.stream().map(prime -> Part.of(prime, modulus)).toList();
    }

    /** What one prime adds to a signature: what is signed to the power that undoes the public one, times a weight. */
    private record Part(BigInteger prime, BigInteger power, BigInteger weight) {

        static Part of(BigInteger prime, BigInteger modulus) {
            var others = modulus.divide(prime);
            var power = PUBLIC.modInverse(prime.subtract(BigInteger.ONE));
            return new Part(prime, power, others.modInverse(prime).multiply(others));
        }

        BigInteger of(BigInteger padded) {
            return padded.mod(prime).modPow(power, prime).multiply(weight);
        }
    }

    static QuickKey made() {
        var random = new SecureRandom();
        return new QuickKey(Stream.generate(
                        () -> LEAST.add(new BigInteger(BITS - 4, random)).nextProbablePrime())
                .filter(prime -> prime.subtract(BigInteger.ONE).gcd(PUBLIC).equals(BigInteger.ONE))
                .distinct()
                .limit(PRIMES)
                .toList());
    }

    /** As {@link #toString} wrote it. */
    static QuickKey of(String written) {
        return new QuickKey(Stream.of(written.split(" ")).map(BigInteger::new).toList());
    }

    @Override
    public String toString() {
        return parts.stream().map(part -> part.prime().toString()).collect(Collectors.joining(" "));
    }

    /** As RS256 has it: computed for each prime apart, and put together. */
    byte[] sign(byte[] text) {
        var padded = new BigInteger(1, padded(digest(text)));
        var signature = parts.stream().map(part -> part.of(padded)).reduce(BigInteger.ZERO, BigInteger::add);
        return bytes(signature.mod(modulus));
    }

    private static byte[] digest(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] padded(byte[] digest) {
        var block = new byte[BYTES];
        Arrays.fill(block, (byte) 0xFF);
        ByteBuffer.wrap(block)
                .put((byte) 0)
                .put((byte) 1)
                .position(BYTES - digest.length - DIGEST_INFO.length - 1)
                .put((byte) 0)
                .put(DIGEST_INFO)
                .put(digest);
        return block;
    }

    private static byte[] bytes(BigInteger number) {
        var bytes = number.toByteArray();
        var all = new byte[BYTES];
        int length = Math.min(bytes.length, BYTES);
        System.arraycopy(bytes, bytes.length - length, all, BYTES - length, length);
        return all;
    }

    /** The same for whoever signs otherwise, and slower. */
    KeyPair pair() {
        var once = parts.stream()
                .map(part -> part.prime().subtract(BigInteger.ONE))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        try {
            var keys = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    keys.generatePublic(new RSAPublicKeySpec(modulus, PUBLIC)),
                    keys.generatePrivate(new RSAPrivateKeySpec(modulus, PUBLIC.modInverse(once))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
