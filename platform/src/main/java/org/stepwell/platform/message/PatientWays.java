package org.stepwell.platform.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.Saying;

/**
 * By which ways a patient is reached without harm.
 *
 * @param language as an IETF tag, such as {@code es}
 * @param zone where they live, if not where the clinic is
 * @param calls whether somebody may call
 * @param voicemail whether a message may be left
 * @param safe the hours of any day in the patient's own time; without them, whenever the clinic is open
 * @param saying what may be said when somebody else may be listening
 */
public record PatientWays(
        String language,
        @Nullable ZoneId zone,
        boolean calls,
        boolean voicemail,
        boolean texts,
        boolean mails,
        PatientContact.@Nullable Hours safe,
        Saying saying) {

    static PatientWays of(ResultSet row) throws SQLException {
        @Nullable String zone = row.getString("zone");
        @Nullable LocalTime from = row.getObject("from_hour", LocalTime.class);
        @Nullable LocalTime until = row.getObject("until_hour", LocalTime.class);
        return new PatientWays(
                row.getString("language"),
                zone == null ? null : ZoneId.of(zone),
                row.getBoolean("phone"),
                row.getBoolean("voicemail"),
                row.getBoolean("text_message"),
                row.getBoolean("email"),
                from == null || until == null ? null : new PatientContact.Hours(from, until),
                Saying.valueOf(row.getString("saying")));
    }

    /** How they may be written to; without a number and an address, it tells the hours alone. */
    public PatientContact contact(@Nullable String phone, @Nullable String email) {
        return new PatientContact(language, zone, phone, email, safe, saying);
    }
}
