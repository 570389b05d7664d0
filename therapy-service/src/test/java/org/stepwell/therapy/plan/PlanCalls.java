package org.stepwell.therapy.plan;

import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.clinician;
import static org.stepwell.therapy.Riverside.supervisor;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** What clinicians and patients do with a plan, over HTTP. */
public final class PlanCalls {

    /** What a patient says in the tests; nobody else may read it. */
    static final String WORDS = "I want to be there for my kids at dinner.";

    private PlanCalls() {}

    /** A plan whose objective is due in two months. */
    public static Map<String, Object> aForm(StaffId responsible) {
        return aForm(responsible, LocalDate.now(ZoneOffset.UTC).plusDays(60));
    }

    static Map<String, Object> aForm(StaffId responsible, LocalDate targetDate) {
        return aForm(
                targetDate,
                List.of(Map.of(
                        "modality", "GROUP_THERAPY",
                        "minutes", 180,
                        "timesAWeek", 3,
                        "weeks", 12,
                        "responsible", responsible.toString())));
    }

    /** A plan in which this is done. */
    static Map<String, Object> aForm(LocalDate targetDate, List<Map<String, Object>> interventions) {
        var objective = Map.of(
                "measure", "dry evenings a week",
                "baseline", "two",
                "target", "seven",
                "targetDate", targetDate.toString(),
                "status", "NEW");
        var goal = new HashMap<String, Object>(Map.of(
                "inThePatientsWords",
                WORDS,
                "serves",
                List.of("MAINTAINING_ABSTINENCE"),
                "objectives",
                List.of(objective),
                "interventions",
                interventions));
        return Map.of("problems", List.of(Map.of("problem", "Drinks alone in the evening.", "goals", List.of(goal))));
    }

    /** The same after a plan that holds: whatever is still open there is given up here. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> following(InCare whom, Map<String, Object> form) {
        List<Map<String, Object>> open = supervisor()
                .asks()
                .get(path(whom.episode()))
                .then()
                .statusCode(200)
                .extract()
                .path(
                        "findAll { it.status == 'SIGNED' }.content.problems.flatten().goals.flatten().objectives.flatten()"
                                + ".findAll { it.status in ['NEW', 'IN_PROGRESS'] }");
        var goal = goalOf(form);
        var all = new ArrayList<>((List<Map<String, Object>>) Objects.requireNonNull(goal.get("objectives")));
        open.stream()
                .filter(one -> all.stream().noneMatch(said -> Objects.equals(said.get("id"), one.get("id"))))
                .map(HashMap::new)
                .forEach(one -> {
                    one.putAll(Map.of("status", "GIVEN_UP", "review", "Said otherwise since " + Instant.now()));
                    all.add(one);
                });
        goal.put("objectives", all);
        return form;
    }

    /** The only goal of such a plan, which may be said otherwise. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> goalOf(Map<String, Object> form) {
        var problems = (List<Map<String, List<Map<String, Object>>>>) Objects.requireNonNull(form.get("problems"));
        return Objects.requireNonNull(problems.getFirst().get("goals")).getFirst();
    }

    static String path(EpisodeId episode) {
        return API + "/episodes/" + episode + "/plans";
    }

    /** Somebody writes the draft. */
    public static ValidatableResponse writes(Person who, InCare whom, Map<String, Object> form, String revision) {
        var asks = who.asks().body(form);
        return (revision.isEmpty() ? asks : asks.header("If-Match", revision))
                .put(path(whom.episode()) + "/draft")
                .then();
    }

    /** Somebody of the staff signs, or approves. */
    public static ValidatableResponse signs(StaffId who, InCare whom) {
        return clinician(who)
                .asks()
                .header("If-Match", read(whom))
                .post(path(whom.episode()) + "/draft/signature")
                .then();
    }

    /** The same, of somebody whom scheduling told of just now. */
    public static void signsOnceKnown(StaffId who, InCare whom) {
        await("the credentials of " + who).untilAsserted(() -> signs(who, whom).statusCode(200));
    }

    /** Somebody says what the patient said. */
    static ValidatableResponse answers(Person who, InCare whom, Map<String, Object> form) {
        return answers(who, whom, form, read(whom));
    }

    static ValidatableResponse answers(Person who, InCare whom, Map<String, Object> form, String revision) {
        return who.asks()
                .header("If-Match", revision)
                .body(form)
                .post(path(whom.episode()) + "/draft/patient-signature")
                .then();
    }

    /** The revision of the newest version, as whoever has just read it names it. */
    private static String read(InCare whom) {
        @Nullable
        Integer revision = supervisor()
                .asks()
                .get(path(whom.episode()))
                .then()
                .statusCode(200)
                .extract()
                .path("[0].revision");
        return "\"%s\"".formatted(revision);
    }

    /** The patient, in their own account. */
    public static Person patient(InCare whom) {
        return Person.at("patient").who(whom.patient());
    }

    /** A plan is written, signed by this clinician and by the patient. */
    public static void holds(StaffId clinician, InCare whom) {
        holds(clinician, whom, aForm(clinician));
    }

    static void holds(StaffId clinician, InCare whom, Map<String, Object> form) {
        writes(clinician(clinician), whom, following(whom, form), "").statusCode(200);
        signsOnceKnown(clinician, whom);
        answers(patient(whom), whom, Map.of("answer", "SIGNED")).statusCode(200);
    }
}
