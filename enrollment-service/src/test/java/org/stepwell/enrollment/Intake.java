package org.stepwell.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.spi.CDI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.stepwell.contracts.id.ClinicId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.contracts.scheduling.SchedulingState.StaffChanged;
import org.stepwell.enrollment.account.Guests;
import org.stepwell.enrollment.staff.Staff;
import org.stepwell.platform.clinic.ClinicContext;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;

/** What an intake team does over the API, as words for tests. */
record Intake(ClinicId clinic) {

    static final String API = "/api/enrollment/v1/";
    static final StaffId CARL = StaffId.fromString("019a0000-0000-7000-8000-0000000000c1");

    Person ivy() {
        return Person.of("intake", clinic);
    }

    Person ada() {
        return Person.of("clinic-admin", clinic);
    }

    Person carl() {
        return Person.of("clinician", clinic).who(CARL);
    }

    void setUp(String name) {
        Guests.clinic(clinic, name);
        ada().asks()
                .header("If-Match", "*")
                .body(Map.of("name", name, "zone", "America/New_York", "weekStart", "MONDAY"))
                .put(API + "clinics/" + clinic);
        works(CARL, true);
    }

    /** Scheduling says that somebody works here, or does not any more, and enrollment has heard it. */
    void works(StaffId member, boolean active) {
        Broker.say(clinic, new StaffChanged(member, List.of("LCSW"), active, null, Instant.EPOCH));
        var staff = CDI.current().select(Staff.class).get();
        await().untilAsserted(() -> assertThat(ClinicContext.in(
                        new ClinicContext.Work(clinic, "service:test", null),
                        () -> QuarkusTransaction.requiringNew()
                                .call(() -> staff.activeAmong(List.of(member)))
                                .contains(member)))
                .isEqualTo(active));
    }

    String program() {
        return program(false);
    }

    /** A program that gives another level of care. */
    String programAt(String level) {
        return program(Map.of("level", level, "adolescents", false, "ruleSet", "iop-standard"));
    }

    /** A program for adolescents, or for adults. */
    String program(boolean adolescents) {
        return program(Map.of("adolescents", adolescents, "ruleSet", adolescents ? "adolescent" : "iop-standard"));
    }

    private String program(Map<String, ?> said) {
        var form = new HashMap<String, Object>(said);
        form.put("name", "Evening IOP " + UUID.randomUUID());
        form.put("lengthDays", 90);
        form.put("tracks", List.of(Map.of("code", "evening", "name", "Evening")));
        return ada().asks()
                .body(form)
                .post(API + "programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Somebody whom nobody has seen before: whoever is called alike was born on another day. */
    static Map<String, Object> maya() {
        return Map.of(
                "givenName",
                "Maya " + UUID.randomUUID(),
                "familyName",
                "Lindqvist-" + UUID.randomUUID(),
                "birthDate",
                LocalDate.of(1950, 1, 1)
                        .plusDays(ThreadLocalRandom.current().nextInt(18_000))
                        .toString(),
                "language",
                "en",
                "phone",
                "+1 555 0100",
                "contactRules",
                Map.of("phone", true, "textMessage", false, "email", true, "voicemail", false));
    }

    /** Somebody new, whom a clinician diagnosed. */
    PatientId patient() {
        return patient(maya());
    }

    PatientId patient(Map<String, ?> described) {
        var patient = registered(described);
        diagnosed(patient, "F10.20").statusCode(201);
        return patient;
    }

    /** Somebody new, of whom nothing is known but their name. */
    PatientId registered() {
        return registered(maya());
    }

    PatientId registered(Map<String, ?> described) {
        return PatientId.fromString(ivy().asks()
                .body(described)
                .post(API + "patients")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    ValidatableResponse diagnosed(PatientId patient, String code) {
        return carl().asks()
                .body(Map.of("code", code))
                .post(API + "patients/" + patient + "/diagnoses")
                .then();
    }

    ValidatableResponse endsDiagnosis(String diagnosis, String because) {
        return carl().asks()
                .body(Map.of("because", because))
                .post(API + "diagnoses/" + diagnosis + "/ending")
                .then()
                .statusCode(200);
    }

    String screened(PatientId patient, String... stops) {
        return ivy().asks()
                .body(Map.of(
                        "edition", "3",
                        "withdrawal", 0,
                        "biomedical", 0,
                        "emotional", 1,
                        "readiness", 2,
                        "relapse", 2,
                        "environment", 1,
                        "ambulatoryWithdrawalManagement", false,
                        "stops", List.of(stops)))
                .post(API + "patients/" + patient + "/screenings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Somebody is screened, and a clinician decides another level than is suggested. */
    void decidedLevel(PatientId patient, String level) {
        carl().asks()
                .header("If-Match", "*")
                .body(Map.of("level", level, "reason", "She works evenings, and has been sober for two months."))
                .post(API + "screenings/" + screened(patient) + "/level")
                .then()
                .statusCode(200);
    }

    /** A questionnaire is recorded; the answers to the items from the first on. */
    ValidatableResponse measured(PatientId patient, String instrument, int... answers) {
        return measured(patient, instrument, numbered(answers));
    }

    /** A questionnaire is recorded, some of whose items were not asked. */
    ValidatableResponse measured(PatientId patient, String instrument, Map<String, Integer> answers) {
        var all = answers.entrySet().stream()
                .map(answer -> Map.<String, Object>of("item", answer.getKey(), "value", answer.getValue()))
                .toList();
        return ivy().asks()
                .body(Map.of("instrument", instrument, "answers", all))
                .post(API + "patients/" + patient + "/measures")
                .then();
    }

    private static Map<String, Integer> numbered(int... answers) {
        var numbered = new TreeMap<String, Integer>();
        for (int i = 0; i < answers.length; i++) {
            numbered.put(String.valueOf(i + 1), answers[i]);
        }
        return numbered;
    }

    /** The id of a patient's latest finding of this kind. */
    String finding(PatientId patient, String stop) {
        return ivy().asks()
                .get(API + "patients/" + patient + "/findings")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.stop == '" + stop + "' }.last().id");
    }

    String consented(PatientId patient) {
        return ivy().asks()
                .body(Map.of(
                        "kind",
                        "TREATMENT",
                        "signature",
                        Map.of("signer", "Maya Lindqvist", "relationship", "SELF", "method", "PAPER")))
                .post(API + "patients/" + patient + "/consents")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The privacy officer finds that two records are one person. */
    static ValidatableResponse merges(PatientId survivor, PatientId duplicate) {
        return Person.at("privacy-officer")
                .asks()
                .header("If-Match", "*")
                .body(Map.of(
                        "duplicate", duplicate.toString(), "duplicateVersion", 0, "words", "Both cards in one hand."))
                .post(API + "patients/" + survivor + "/merges")
                .then();
    }

    /** Somebody brings a paper for a patient's chart. */
    static ValidatableResponse brings(Person who, PatientId patient, String kind, byte[] file) {
        return who.asks()
                .contentType("application/octet-stream")
                .queryParam("kind", kind)
                .body(file)
                .post(API + "patients/" + patient + "/documents")
                .then();
    }

    EpisodeId waiting(PatientId patient, String program) {
        return EpisodeId.fromString(ivy().asks()
                .body(Map.of("program", program, "track", "evening"))
                .post(API + "patients/" + patient + "/episodes")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    ValidatableResponse admit(EpisodeId episode) {
        return admit(episode, Map.of());
    }

    /** The same with more said. */
    ValidatableResponse admit(EpisodeId episode, Map<String, ?> more) {
        var form = new HashMap<String, Object>(Map.of(
                "start",
                "2026-03-02",
                "careTeam",
                List.of(Map.of("staff", CARL.toString(), "role", "PRIMARY_CLINICIAN"))));
        form.putAll(more);
        return ivy().asks()
                .body(form)
                .post(API + "episodes/" + episode + "/admission")
                .then();
    }

    /** A patient who is in. */
    EpisodeId admitted(PatientId patient) {
        screened(patient);
        consented(patient);
        var episode = waiting(patient, program());
        admit(episode).statusCode(200);
        return episode;
    }

    /** A patient is away for a while. */
    void away(EpisodeId episode, LocalDate from, LocalDate until) {
        carl().asks()
                .body(Map.of("from", from.toString(), "expectedUntil", until.toString(), "reason", "HOSPITAL"))
                .post(API + "episodes/" + episode + "/hold")
                .then()
                .statusCode(200);
    }

    /** And comes back. */
    void back(EpisodeId episode, LocalDate from) {
        carl().asks()
                .body(Map.of("from", from.toString()))
                .post(API + "episodes/" + episode + "/resumption")
                .then()
                .statusCode(200);
    }
}
