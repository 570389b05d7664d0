package org.stepwell.therapy;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.supervisor;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** Somebody looked after a patient, and says what came of a flag that they have read. */
public final class Clearances {

    private Clearances() {}

    /** Sends what came of it, for the flag as it stands. */
    public static ValidatableResponse clears(
            Person who, InCare whom, String flag, String disposition, String level, String text) {
        return clears(who, whom, flag, Map.of("disposition", disposition, "level", level, "text", text));
    }

    /** Sends a form, for the flag as it stands. */
    public static ValidatableResponse clears(Person who, InCare whom, String flag, Map<String, ?> form) {
        return who.asks()
                .header("If-Match", read(whom, flag))
                .body(form)
                .post(path(whom) + "/" + flag + "/clearance")
                .then();
    }

    /** The version of a flag that somebody reads now; of the last of its name. */
    public static String read(InCare whom, String flag) {
        return "\""
                + supervisor().asks().get(path(whom)).path("items.findAll { it.flag == '" + flag + "' }[-1].version")
                + "\"";
    }

    private static String path(InCare whom) {
        return API + "/patients/" + whom.patient() + "/safety";
    }
}
