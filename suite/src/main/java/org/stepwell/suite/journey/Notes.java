package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.THERAPY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The note of an evening: once for the group, and a part of its own for everybody who was there. */
final class Notes {

    private static final List<String> OBSERVATIONS = List.of(
            "Described the walk home past the corner store and rehearsed another way with a partner.",
            "Quiet at first; later named loneliness on Sundays as the hour when cravings come.",
            "Practised saying no to a colleague in a role play and asked to repeat it next time.",
            "Brought the sleep diary: four good nights, fewer wakings since evening coffee was dropped.",
            "Angry about the court date, stayed in the room, used the breathing exercise twice.",
            "Reported contact with a sister after months and planned a shared breakfast.",
            "Shared a lapse thought after payday; the group listed three people to call.",
            "Listened most of the time, thanked two others for their openness at the end.",
            "Took the lead in planning the weekend and offered a ride to the Saturday meeting.",
            "Struggled with concentration; a short break helped, returned and finished the worksheet.",
            "Compared old and new morning routines and found pride in being on time at work.",
            "Talked about pain without pills; will ask the prescriber about physiotherapy.",
            "New to the circle, introduced the reasons for coming and was welcomed warmly.");

    private final Stage stage;

    Notes(Stage stage) {
        this.stage = stage;
    }

    void writeAndSign(int number, String session, List<Cast.Patient> present) {
        var parts = new ArrayList<Map<String, Object>>();
        for (var patient : present) {
            int theme = (stage.cast().everybody().indexOf(patient) + number) % OBSERVATIONS.size();
            parts.add(Map.of(
                    "patient",
                    patient.id(),
                    "participation",
                    "ACTIVE",
                    "response",
                    "Engaged",
                    "text",
                    OBSERVATIONS.get(theme) + " " + patient.fullName()));
        }
        var note = Map.of(
                "shared",
                Map.of(
                        "topic", "Evening %d: triggers and exits".formatted(number),
                        "intervention", "Psychoeducation, role play in pairs",
                        "text",
                                "The %s group collected risky situations and rehearsed how to leave them."
                                        .formatted(Cast.GROUP_CANARY)),
                "parts",
                parts);
        var api = stage.api();
        var written = api.must(api.put("carl", THERAPY, "/sessions/" + session + "/note", note, null));
        api.must(api.postSeen("carl", THERAPY, "/sessions/" + session + "/note/signature", written.etag()));
        if (number == 1) {
            var late = api.put("carl", THERAPY, "/sessions/" + session + "/note", note, "*");
            stage.claims().expect("a signed note is locked", "note-is-locked", late.rule());
            var called = Map.of("patient", present.getFirst().id(), "text", "Called after: home safe. " + Cast.CANARY);
            api.must(api.post("carl", THERAPY, "/sessions/" + session + "/note/addenda", called));
            keepsApart(present.getFirst(), session);
        }
    }

    /** What Carl makes of it is his; a supervisor whom he did not name does not open it. */
    private void keepsApart(Cast.Patient patient, String session) {
        var api = stage.api();
        var mine =
                Map.of("episode", patient.episode(), "session", session, "text", "What I hear in it. " + Cast.CANARY);
        var written = api.must(api.post("carl", THERAPY, "/patients/" + patient.id() + "/counseling-notes", mine));
        stage.claims()
                .expect(
                        "a counseling note is opened by its author and nobody whom he did not name",
                        "not-allowed",
                        api.get("sam", THERAPY, "/counseling-notes/" + written.id())
                                .rule());
    }
}
