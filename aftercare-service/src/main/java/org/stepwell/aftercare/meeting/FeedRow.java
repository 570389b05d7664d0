package org.stepwell.aftercare.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One meeting as a feed gives it, whatever the format: contact names, phones and mail addresses of people and notes of a group are
 * never read.
 *
 * @param slug what the feed calls it, which may be several meetings
 * @param days empty where it meets by appointment; then there is no time either
 * @param types codes of the Meeting Guide format
 * @param marks what it is searched by
 */
record FeedRow(
        String slug,
        String name,
        Set<DayOfWeek> days,
        @Nullable LocalTime startsAt,
        @Nullable LocalTime endsAt,
        String zone,
        Set<String> types,
        Set<String> marks,
        @Nullable String location,
        @Nullable String address,
        @Nullable GeoPoint place,
        @Nullable String conferenceUrl,
        @Nullable String conferencePhone) {

    private static final int FINGERPRINT_BYTES = 10;

    /** Why a row can not be a meeting. */
    static final class Bad extends Exception {

        private final String reason;

        Bad(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** What tells it from another meeting under the same slug. */
    String fingerprint() {
        try {
            var told = "%s|%s|%s|%s".formatted(name, days, startsAt, address);
            var digest = MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
