package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;
import static org.stepwell.suite.journey.Stage.THERAPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Ninety days: what is measured and signed between the evenings, and what goes otherwise than planned. */
final class Treatment {

    /** Sessions are counted from 1. */
    private static final int NORA_IS_BACK_AFTER = 3;

    private static final int ESTHERS_VISIT_IS_AFTER = 4;

    private static final int KATYA_BEGINS_AFTER = 2;
    private static final int KATYA_IS_SCREENED_AFTER = 10;
    private static final int JAMAL_APPLIES_AFTER = 8;
    private static final int JAMAL_WORKS_AFTER = 12;
    private static final int GRETA_COLLAPSES_AFTER = 9;
    private static final int HUGO_IS_DISCHARGED_AFTER = 11;
    private static final int VERAS_WEEKS_ARE_OVER_AFTER = 14;
    private static final int VERA_LEAVES_AFTER = 23;
    private static final int BORIS_HEARS_OF_A_WORKSHOP_AFTER = Evenings.BORIS_IS_MISSING_AT - 1;
    private static final int BORIS_WEEK_ENDS_AFTER = Evenings.BORIS_IS_MISSING_AT + 2;
    private static final int SESSIONS = 39;

    /** Days after the first. */
    private static final int HUGOS_LAST_VISIT = 11;

    private static final int HUGO_IS_GIVEN_UP = 24;

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Evenings evenings;
    private final Notes notes;
    private final Visiting visiting;
    private final MakingUp makingUp;
    private final Working working;
    private String application = "";
    private String unsigned = "";

    Treatment(Stage stage, Killing killing) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.notes = new Notes(stage);
        this.visiting = new Visiting(stage);
        this.makingUp = new MakingUp(stage);
        this.working = new Working(stage);
        this.evenings = new Evenings(stage, notes, killing);
    }

    void play(FirstCalls firstCalls) {
        stage.telling().chapter("Ninety days");
        for (int number = 1; number <= SESSIONS; number++) {
            var session = evenings.play(number);
            switch (number) {
                case 1 -> {
                    new Measures(stage).intake();
                    new Planning(stage).first();
                    visiting.books();
                }
                case NORA_IS_BACK_AFTER -> new Away(stage).returns();
                case ESTHERS_VISIT_IS_AFTER -> visiting.takesPlace();
                case Evenings.DMITRI_IS_MISSING_AT -> excuseDmitri(session);
                case KATYA_BEGINS_AFTER -> new Medicating(stage).begins();
                case KATYA_IS_SCREENED_AFTER -> new Medicating(stage).isScreened();
                case JAMAL_APPLIES_AFTER -> application = working.applies();
                case JAMAL_WORKS_AFTER -> working.works(application);
                case GRETA_COLLAPSES_AFTER -> {
                    new Emergency(stage).play();
                    new Watching(stage).looksForHugo();
                }
                case VERAS_WEEKS_ARE_OVER_AFTER -> new VerasStay(stage).goesOn();
                case VERA_LEAVES_AFTER -> new VerasStay(stage).leaves();
                case HUGO_IS_DISCHARGED_AFTER -> hugoLeaves(firstCalls);
                case Evenings.NOTE_IS_LEFT_UNSIGNED_AT ->
                    unsigned = session.path("id").asText();
                case Evenings.NOTE_IS_LEFT_UNSIGNED_AT + 1 -> unsignedNote(session);
                case 13 -> {
                    new Measures(stage).again(number);
                    new Watching(stage).seesThatFaridIsNotOnTrack();
                    new Certifying(stage).first();
                }
                case 26 -> {
                    new Measures(stage).again(number);
                    new Certifying(stage).again();
                    new Planning(stage).again();
                    new Watching(stage).seesThatFaridIsBackAndAminaGoesOn();
                }
                case BORIS_HEARS_OF_A_WORKSHOP_AFTER -> makingUp.opens();
                case Evenings.BORIS_IS_MISSING_AT -> makingUp.isProposed();
                case BORIS_WEEK_ENDS_AFTER -> makingUp.takesPlace(notes);
                default -> {}
            }
        }
        new FullWeeks(stage).play();
        new Reminding(stage).play();
        new Renewing(stage).play();
        new Lettering(stage).play();
        claims.expect(
                "evenings, visits and make-ups attended, as therapy heard of them",
                evenings.presences() + visiting.visits() + makingUp.sessions(),
                attendedByTherapy());
    }

    private void excuseDmitri(JsonNode session) {
        var dmitri = stage.cast().dmitri();
        var path = "/sessions/%s/attendance/%s".formatted(session.path("id").asText(), dmitri.id());
        var history = api.must(api.get("carl", SCHEDULING, path));
        api.must(api.put(
                "carl",
                SCHEDULING,
                path,
                Map.of("status", "EXCUSED", "minutes", 0, "reason", "EXCUSE_RECEIVED"),
                history.etag()));
        var versions = api.must(api.get("carl", SCHEDULING, path)).body().path("versions");
        claims.expect("a correction is a version beside the first", 2, versions.size());
        stage.telling()
                .say(
                        "%s is missing on evening %d; the next day his excuse is in.",
                        dmitri.name(), Evenings.DMITRI_IS_MISSING_AT);
    }

    private void hugoLeaves(FirstCalls firstCalls) {
        var hugo = stage.cast().hugo();
        var lastVisit = stage.firstDay().plusDays(HUGOS_LAST_VISIT);
        var noticed = stage.firstDay().plusDays(HUGO_IS_GIVEN_UP);
        claims.expect(
                "nobody is discharged without a next step or a waiver",
                "accepted-next-step-required",
                discharge(hugo, Map.of("lastDay", lastVisit.toString(), "reason", "NO_CONTACT"))
                        .rule());
        claims.expect(
                "and whoever is not reached any more left on their last visit",
                "not-reached-since-last-visit",
                discharge(hugo, Map.of("lastDay", noticed.toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT"))
                        .rule());
        api.must(discharge(
                hugo, Map.of("lastDay", lastVisit.toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT")));
        stage.passUntil(noticed.plusDays(1), java.time.LocalTime.of(9, 0));
        new OfferedPlaces(stage).nobodyAnswers();
        claims.expect(
                "the free seat goes to Nora",
                201,
                firstCalls.join(noticed.plusDays(1).toString()).status());
        stage.telling()
                .say(
                        "%s stays away and is discharged with a waiver; %s takes the seat.",
                        hugo.name(), stage.cast().nora().name());
    }

    private Api.Answer discharge(Cast.Patient patient, Map<String, String> form) {
        return api.post("sam", ENROLLMENT, "/episodes/" + patient.episode() + "/discharge", form);
    }

    /** The note of the Friday before, due 72 hours after its session, is noticed on Monday night, and signed then. */
    private void unsignedNote(JsonNode monday) {
        stage.time().passUntil(Instant.parse(monday.path("end").asText()).plus(Duration.ofHours(1)));
        var overdue = api.must(api.get("sam", THERAPY, "/notes?status=OVERDUE&limit=200"));
        boolean listed = false;
        for (var note : overdue.body().path("items")) {
            listed |= note.path("session").asText().equals(unsigned);
        }
        claims.expect("a note that nobody signed is on the supervisor's list", true, listed);
        notes.writeAndSign(
                Evenings.NOTE_IS_LEFT_UNSIGNED_AT, unsigned, stage.cast().finishers());
        stage.telling().say("Carl forgets a note; after three days it is on Sam's list, and Carl signs it.");
    }

    /** What therapy knows of attendance came over the broker, so it must agree with who was there. */
    private int attendedByTherapy() {
        int sum = 0;
        for (var patient : stage.cast().everybody()) {
            var progress = api.must(api.get("sam", THERAPY, "/episodes/" + patient.episode() + "/progress"));
            sum += progress.body().path("attendedSessions").asInt();
        }
        return sum;
    }

    /** Attendances the services must have told of: each line of each roster once, each visit and make-up, and one correction. */
    int attendancesTold() {
        return evenings.presences() + evenings.absences() + visiting.visits() + makingUp.sessions() + 1;
    }
}
