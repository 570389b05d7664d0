package org.stepwell.platform.audit;

import java.time.Instant;

/**
 * How far the chain had come at a time, kept where the database's own people can not reach it: a topic, a file.
 *
 * @param hash of the link with this number, in hexadecimal digits
 */
public record AuditAnchor(long sequence, String hash, Instant at) {

    /** The compacted topic of all services' anchors; the key is the service. Services write it, only auditors read it. */
    public static final String TOPIC = "stepwell.audit";

    /** Reads what {@link #line()} wrote. */
    public static AuditAnchor parse(String line) {
        var words = line.strip().split(" ", -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("an anchor is a number, a hash and a time (%s)".formatted(line));
        }
        return new AuditAnchor(Long.parseLong(words[0]), words[1], Instant.parse(words[2]));
    }

    /** The anchor as one line of text: number, hash, time. */
    public String line() {
        return sequence + " " + hash + " " + at;
    }
}
