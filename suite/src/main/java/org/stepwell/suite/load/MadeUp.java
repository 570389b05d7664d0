package org.stepwell.suite.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import org.stepwell.suite.DemoClinic;
import org.stepwell.suite.Trouble;

/** Patients nobody has, told of in events: the same ones for the same seed. */
final class MadeUp {

    static final String STATE = "stepwell.enrollment.state";

    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
    private static final long PAUSE_MILLIS = 2;

    private final Random random;

    MadeUp(long seed) {
        random = new Random(seed);
    }

    UUID id() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** As the databases make it of the same words, by md5. */
    static UUID named(String words) {
        try {
            var bytes =
                    ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(words.getBytes(StandardCharsets.UTF_8)));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of many ids that share their first half, so that a range of ids is all of them. */
    static UUID sibling(UUID of, int number) {
        return new UUID(of.getMostSignificantBits(), Long.MIN_VALUE | number);
    }

    static String key(UUID patient) {
        return "%s/patient/%s".formatted(DemoClinic.RIVERSIDE, patient);
    }

    static String body(UUID patient) {
        return """
                {"patient":"%s","language":"en","zone":null,"rules":{"phone":true,"textMessage":false,"email":false,\
                "voicemail":false,"saying":"ASK_FOR_A_CALL_BACK"},"contact":"c2VhbGVk","at":"2026-01-01T00:00:00Z"}""".formatted(patient);
    }

    /** What a service's transaction would leave in the outbox: counters drawn, rows written, one commit. */
    static void append(Connection enrollment, String topic, UUID first, int n) throws SQLException {
        try (var statement = enrollment.prepareStatement("""
                with said as (
                    select ? || ? || '/' || i as key from generate_series(1, ?) i
                ), drawn as (
                    insert into platform.stream (topic, key, last) select ?, key, 1 from said returning key, last
                )
                insert into platform.outbox (id, topic, key, sequence, type, time, clinic, actor, body)
                select gen_random_uuid(), ?, key, last, 'patient-changed.v1', now(), ?::uuid, 'service:load', ? from drawn
                """)) {
            statement.setString(1, DemoClinic.RIVERSIDE + "/patient/");
            statement.setString(2, first.toString());
            statement.setInt(3, n);
            statement.setString(4, topic);
            statement.setString(5, topic);
            statement.setString(6, DemoClinic.RIVERSIDE);
            statement.setString(7, body(first));
            statement.executeUpdate();
        }
    }

    /** Looks every other millisecond, so that looking takes little of what is measured. */
    static void awaitCount(Connection database, String count, long expected) throws SQLException, InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        try (var statement = database.createStatement()) {
            while (true) {
                try (var row = statement.executeQuery(count)) {
                    if (row.next() && row.getLong(1) == expected) {
                        return;
                    }
                }
                if (System.nanoTime() > until) {
                    throw new Trouble("Waited in vain for %d: %s".formatted(expected, count));
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
