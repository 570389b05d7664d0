package org.stepwell.therapy.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Uuid7;

/** A group, its note and its texts, in words. */
final class NoteFixtures {

    static final Instant END = Instant.parse("2026-03-02T23:00:00Z");
    static final Instant LATER = END.plusSeconds(3_600);
    static final PatientId ADA = new PatientId(Uuid7.next());
    static final PatientId BEN = new PatientId(Uuid7.next());
    static final Signer DORA = new Signer(new StaffId(Uuid7.next()), "LCSW");
    static final SharedText SHARED = new SharedText("Triggers", "Role play", "The group rehearsed leaving.");

    private static final SessionId SESSION = new SessionId(Uuid7.next());
    private static final List<String> STORIES = List.of(
            "Named the walk home past the bar and rehearsed another way with a partner.",
            "Listened mostly; said at the end that weekends frighten him more than work does.",
            "Argued at first, then owned up to missing Tuesday and asked the others for calls.",
            "Brought a list of five people to ring before midnight and read two of them aloud.",
            "Cried when speaking of her son, stayed in the room, and thanked the group for waiting.",
            "Joked a lot; the facilitator asked what lies under it, and he spoke of shame.",
            "Explained breathing to a newcomer and practised together, slowly, three rounds.",
            "Left for ten minutes, came back calmer and described which craving had come up.",
            "Reported six sober days, the longest since autumn, and planned Sunday with care.",
            "Refused the role play but coached from the side with precise and friendly advice.",
            "Compared two exits from a party and chose honesty about recovery over excuses.",
            "Wondered whether medication dulls joy; will raise it with the prescriber on Friday.");

    private NoteFixtures() {}

    static GroupNote aNoteWith(PatientId... present) {
        var header = new NoteHeader(Modality.GROUP_THERAPY, LocalDate.of(2026, 3, 2), END.minusSeconds(10_800), END);
        var note = new GroupNote(new NoteId(Uuid7.next()), SESSION, header, END);
        Stream.of(present).forEach(patient -> note.attendance(attendance(patient, AttendanceStatus.PRESENT)));
        return note;
    }

    static AttendanceRecorded attendance(PatientId patient, AttendanceStatus status) {
        return new AttendanceRecorded(
                patient,
                new EpisodeId(patient.value()),
                SESSION,
                1,
                Modality.GROUP_THERAPY,
                true,
                LocalDate.of(2026, 3, 2),
                END.minusSeconds(10_800),
                END,
                180,
                status,
                List.of(DORA.staff()),
                END);
    }

    static NoteContent contentFor(PatientId... patients) {
        var parts = new HashMap<PatientId, IndividualText>();
        for (int i = 0; i < patients.length; i++) {
            parts.put(patients[i], new IndividualText(Participation.ACTIVE, "Warm", story(i), null));
        }
        return new NoteContent(SHARED, parts);
    }

    static GroupNote written(GroupNote note, PatientId... patients) {
        note.write(
                "sealed",
                Arrays.stream(patients)
                        .collect(Collectors.toMap(
                                patient -> patient, _ -> new NotePart.Sealed(Participation.ACTIVE, "sealed"))),
                LATER);
        return note;
    }

    static GroupNote signed(PatientId... present) {
        var note = written(aNoteWith(present), present);
        note.sign(contentFor(present), DORA, LATER);
        return note;
    }

    static Addendum anAddendumAbout(GroupNote note, PatientId patient) {
        return new Addendum(Uuid7.next(), note.facts().id(), patient, "More.", "sealed", DORA, LATER.plusSeconds(60));
    }

    static String story(int i) {
        return STORIES.get(i);
    }

    /** The body of a PUT, with an individual text for each. */
    static Map<String, Object> aForm(List<PatientId> patients) {
        return aForm(
                "The group rehearsed leaving.",
                IntStream.range(0, patients.size())
                        .mapToObj(i -> aPart(patients.get(i), story(i)))
                        .toList());
    }

    static Map<String, Object> aForm(String text, List<Map<String, Object>> parts) {
        return Map.of("shared", Map.of("topic", "Triggers", "intervention", "Role play", "text", text), "parts", parts);
    }

    static Map<String, Object> aPart(PatientId patient, String text) {
        return Map.of(
                "patient",
                patient.toString(),
                "participation",
                "ACTIVE",
                "response",
                "Warm",
                "text",
                text,
                "nextSession",
                "A list");
    }
}
