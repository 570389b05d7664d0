package org.stepwell.scheduling.attendance;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.platform.database.Sql;
import org.stepwell.scheduling.columns.Columns;

/** Codes that are shown in the room for some minutes. Another one is shown before the last is over, so that nobody is late for it. */
@Singleton
class DoorCodes {

    /** Long enough to get out a phone, too short to send it to somebody at home. */
    static final Duration GOOD_FOR = Duration.ofMinutes(3);

    private static final int CODES = 1_000_000;

    private final SecureRandom random = new SecureRandom();
    private final Sql sql;

    DoorCodes(Sql sql) {
        this.sql = sql;
    }

    /** A code, and until when it is good. */
    record Shown(String code, Instant goodUntil) {}

    /** A new code of a session; those before stay good for the rest of their time. */
    Shown show(SessionId session, Instant now) {
        sql.update("delete from door_code where clinic_id = platform.current_clinic() and good_until <= ?", now);
        var until = now.plus(GOOD_FOR);
        String code;
        do {
            code = "%06d".formatted(random.nextInt(CODES));
        } while (sql.update(
                        "insert into door_code (session_id, hash, good_until) values (?, ?, ?) on conflict do nothing",
                        session.value(),
                        hash(code),
                        until)
                == 0);
        return new Shown(code, until);
    }

    /** The session that a code opens now. */
    Optional<SessionId> opened(String code, Instant now) {
        return sql.one(
                "select session_id from door_code where clinic_id = platform.current_clinic() and hash = ? and good_until > ?",
                row -> Columns.id(row, "session_id", SessionId::new),
                hash(code),
                now);
    }

    private static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
