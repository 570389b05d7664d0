package org.stepwell.therapy.counselingnote;

import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.clinician;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** What clinicians do with counseling notes, over HTTP. */
public final class CounselingCalls {

    static final String TEXT = "Her silence after the word home; mine, too. I was angry at the father.";

    private CounselingCalls() {}

    /** A note that its author made final and added to. */
    public static String aFinalNote(StaffId author, InCare about) {
        var who = clinician(author);
        var note = begun(who, about);
        posts(who, note, "finality").statusCode(200);
        adds(who, note, "Seen again in supervision.").statusCode(201);
        return note;
    }

    static String begun(Person author, InCare about) {
        return begins(author, about, Map.of()).statusCode(201).extract().path("id");
    }

    static ValidatableResponse begins(Person author, InCare about, Map<String, Object> besides) {
        var form = new java.util.HashMap<String, Object>(besides);
        form.putIfAbsent("episode", about.episode().toString());
        form.putIfAbsent("text", TEXT);
        return author.asks().body(form).post(path(about.patient())).then();
    }

    static Response lists(Person who, PatientId patient) {
        return who.asks().get(path(patient));
    }

    static Response reads(Person who, String note) {
        return who.asks().get(path(note));
    }

    static ValidatableResponse writes(Person who, String note, String version, String text) {
        var asks = who.asks().body(Map.of("text", text));
        return (version.isEmpty() ? asks : asks.header("If-Match", version))
                .put(path(note))
                .then();
    }

    static ValidatableResponse posts(Person who, String note, String what) {
        return who.asks().header("If-Match", "*").post(path(note) + "/" + what).then();
    }

    static ValidatableResponse adds(Person who, String note, String text) {
        return who.asks()
                .body(Map.of("text", text))
                .post(path(note) + "/addenda")
                .then();
    }

    static ValidatableResponse deletes(Person who, String note) {
        return who.asks().header("If-Match", "*").delete(path(note)).then();
    }

    static ValidatableResponse names(Person who, String note, Map<String, Object> supervisor) {
        return who.asks()
                .header("If-Match", "*")
                .body(supervisor)
                .put(path(note) + "/supervisor")
                .then();
    }

    static String path(PatientId patient) {
        return API + "/patients/" + patient + "/counseling-notes";
    }

    static String path(String note) {
        return API + "/counseling-notes/" + note;
    }
}
