package org.stepwell.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How one link follows another: whoever changes a link or its row changes every hash after it. */
final class AuditChain {

    private AuditChain() {}

    /** What the first link of a service follows; the name keeps one service's log from standing in for another's. */
    static byte[] beginning(String service) {
        return sha256(("stepwell audit of " + service).getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of the next link. */
    static byte[] next(byte[] before, long sequence, byte[] rowHash, Instant linkedAt) {
        return sha256(ByteBuffer.allocate(before.length + Long.BYTES + rowHash.length + Long.BYTES)
                .put(before)
                .putLong(sequence)
                .put(rowHash)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, linkedAt))
                .array());
    }

    static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
