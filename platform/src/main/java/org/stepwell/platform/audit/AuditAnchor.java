package org.stepwell.platform.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * How far the chain had come at a time, kept where the database's own people can not reach it: a topic, a file.
 *
 * @param hash of the link with this number, in hexadecimal digits
 */
public record AuditAnchor(long sequence, String hash, Instant at) {

    /** The compacted topic of all services' anchors. A service looks up its own last one; only auditors read them all. */
    public static final String TOPIC = "stepwell.audit";

    private static final int DATE_LENGTH = "2026-03-02".length();

    /** The service that an anchor with this key on the topic is of. */
    public static String serviceOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('/')));
    }

    /**
     * The key on the topic. A process keeps its last anchor of each day: a later one does not wipe out all others, and a
     * process that finds another chain than the one before it anchored overwrites nothing that says so.
     */
    public String key(String service, UUID process) {
        return "%s/%s/%s".formatted(service, at.toString().substring(0, DATE_LENGTH), process);
    }

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
