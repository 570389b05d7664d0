package org.stepwell.therapy.note;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.NoteId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingFact.AttendanceRecorded;
import org.stepwell.platform.database.Uuid7;
import org.stepwell.therapy.notetext.NoteContent;
import org.stepwell.therapy.notetext.PartContent;
import org.stepwell.therapy.notetext.PartText;
import org.stepwell.therapy.notetext.Participation;
import org.stepwell.therapy.notetext.RiskNoted;
import org.stepwell.therapy.notetext.SharedText;
import org.stepwell.therapy.objective.ObjectiveId;
import org.stepwell.therapy.objective.ObjectiveRating;
import org.stepwell.therapy.objective.RatedObjective;
import org.stepwell.therapy.roster.Signer;

/** A group, its note and its texts, in words. */
final class NoteFixtures {

    static final Instant END = Instant.parse("2026-03-02T23:00:00Z");
    static final Instant LATER = END.plusSeconds(3_600);
    static final PatientId ADA = new PatientId(Uuid7.next());
    static final PatientId BEN = new PatientId(Uuid7.next());
    static final Signer DORA = new Signer(new StaffId(Uuid7.next()), "LCSW", true);
    static final Signer TRAINEE = new Signer(new StaffId(Uuid7.next()), "CADC-R", false);
    static final Signer SUPERVISOR = new Signer(new StaffId(Uuid7.next()), "LCSW-S", true);
    static final SharedText SHARED = new SharedText("Triggers", "Role play", "The group rehearsed leaving.");

    static final ObjectiveId OBJECTIVE = new ObjectiveId(Uuid7.next());

    private static final NoteHeader HEADER =
            new NoteHeader(Modality.GROUP_THERAPY, LocalDate.of(2026, 3, 2), END.minusSeconds(10_800), END);
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

    static Note aNoteWith(PatientId... present) {
        return withAll(new Note(new NoteId(Uuid7.next()), SESSION, HEADER, true, Instant.EPOCH, END), present);
    }

    static Note aVisitOf(PatientId patient) {
        return withAll(new Note(new NoteId(Uuid7.next()), SESSION, HEADER, false, Instant.EPOCH, END), patient);
    }

    private static Note withAll(Note note, PatientId... present) {
        Stream.of(present).forEach(patient -> note.attendance(attendance(patient, AttendanceStatus.PRESENT)));
        return note;
    }

    static AttendanceRecorded attendance(PatientId patient, AttendanceStatus status) {
        return attendance(patient, status, status.attended() ? 180 : 0);
    }

    static AttendanceRecorded attendance(PatientId patient, AttendanceStatus status, int minutes) {
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
                minutes,
                status,
                List.of(DORA.staff()),
                END);
    }

    static NoteContent contentFor(PatientId... patients) {
        var parts = new HashMap<PatientId, PartContent>();
        for (int i = 0; i < patients.length; i++) {
            parts.put(patients[i], aPart(story(i), ObjectiveRating.SOME_PROGRESS));
        }
        return new NoteContent(SHARED, parts);
    }

    static PartContent aPart(String text, ObjectiveRating rating) {
        return new PartContent(
                new PartText(Participation.ACTIVE, "Warm", text, null, List.of(), RiskNoted.NONE_NOTED, null, null),
                List.of(new RatedObjective(OBJECTIVE, rating)));
    }

    static Note written(Note note, PatientId... patients) {
        note.write(
                "sealed",
                Arrays.stream(patients)
                        .collect(Collectors.toMap(
                                patient -> patient, _ -> new NotePart.Sealed(Participation.ACTIVE, "sealed"))),
                Set.of(),
                LATER);
        return note;
    }

    static Note signed(PatientId... present) {
        var note = written(aNoteWith(present), present);
        note.sign(contentFor(present), DORA, true, LATER);
        return note;
    }

    static Note waiting(PatientId... present) {
        var note = written(aNoteWith(present), present);
        note.sign(contentFor(present), TRAINEE, true, LATER);
        return note;
    }

    static Addendum anAddendumAbout(Note note, PatientId patient) {
        return new Addendum(Uuid7.next(), note.facts().id(), patient, "More.", "sealed", DORA, LATER.plusSeconds(60));
    }

    static String story(int i) {
        return STORIES.get(i);
    }

    /** The body of a PUT, with an individual text for each, that links what may be linked. */
    static Map<String, Object> aForm(List<PatientId> patients, Map<String, String> objectives) {
        return aForm(
                "The group rehearsed leaving.",
                IntStream.range(0, patients.size())
                        .mapToObj(i -> aPart(patients.get(i), story(i), objectives))
                        .toList());
    }

    static Map<String, Object> aForm(String text, List<Map<String, Object>> parts) {
        return Map.of("shared", Map.of("topic", "Triggers", "intervention", "Role play", "text", text), "parts", parts);
    }

    static Map<String, Object> aPart(PatientId patient, String text, Map<String, String> objectives) {
        return aPart(patient, text, List.of(rated(objectives.get(patient.toString()), "SOME_PROGRESS")));
    }

    static Map<String, Object> aPart(PatientId patient, String text, List<Map<String, String>> rated) {
        return Map.of(
                "patient",
                patient.toString(),
                "participation",
                "ACTIVE",
                "response",
                "Warm",
                "text",
                text,
                "risk",
                "NONE_NOTED",
                "objectives",
                rated,
                "nextSession",
                "A list");
    }

    static Map<String, String> rated(@Nullable String objective, String rating) {
        return Map.of("objective", String.valueOf(objective), "rating", rating);
    }
}
