package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.THERAPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwell.suite.Trouble;

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
        var path = "/sessions/" + session + "/note";
        var open = openObjectives(path);
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
                    OBSERVATIONS.get(theme) + " " + patient.fullName(),
                    "risk",
                    "NONE_NOTED",
                    "objectives",
                    rated(open, patient)));
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
        var written = api.must(api.put("carl", THERAPY, path, note, null));
        var signed = api.must(api.postSeen("carl", THERAPY, path + "/signature", written.etag()));
        if (number == 1) {
            stage.claims()
                    .expect(
                            "one call writes a note of twelve, and one signs it",
                            stage.cast().twelve().size(),
                            signed.body().path("parts").size());
            var late = api.put("carl", THERAPY, path, note, "*");
            stage.claims().expect("a signed note is locked", "note-is-locked", late.rule());
            var called = Map.of("patient", present.getFirst().id(), "text", "Called after: home safe. " + Cast.CANARY);
            api.must(api.post("carl", THERAPY, "/notes/" + signed.id() + "/addenda", called));
            keepsApart(present.getFirst(), session);
        }
    }

    /** The note of an hour alone, in DAP. */
    void writeAndSignVisit(String session, Cast.Patient patient) {
        var api = stage.api();
        var path = "/sessions/" + session + "/note";
        var visit = Map.of(
                "patient",
                patient.id(),
                "format",
                "DAP",
                "sections",
                List.of(
                        Map.of("section", "DATA", "text", OBSERVATIONS.getFirst() + " " + patient.fullName()),
                        Map.of(
                                "section",
                                "ASSESSMENT",
                                "text",
                                "Sees the pattern, and trusts the plan. " + Cast.CANARY),
                        Map.of("section", "PLAN", "text", "The other way home, each evening of the week.")),
                "risk",
                "NONE_NOTED",
                "objectives",
                rated(openObjectives(path), patient));
        var written = api.must(api.put("carl", THERAPY, path + "/visit", visit, null));
        api.must(api.postSeen("carl", THERAPY, path + "/signature", written.etag()));
    }

    /** What each of those who were there worked on that day: the interim plan's until there is one of their own. */
    private JsonNode openObjectives(String note) {
        return stage.api().must(stage.api().get("carl", THERAPY, note)).body().path("openObjectives");
    }

    private static List<Map<String, String>> rated(JsonNode open, Cast.Patient patient) {
        for (var one : open) {
            if (one.path("patient").asText().equals(patient.id())) {
                return List.of(Map.of("objective", one.path("objective").asText(), "rating", "SOME_PROGRESS"));
            }
        }
        throw new Trouble("No objective of %s is open".formatted(patient.fullName()));
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
