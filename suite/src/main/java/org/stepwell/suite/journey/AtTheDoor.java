package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** People who do not simply come in: somebody too young, somebody too ill, somebody whose level or payer is another one. */
final class AtTheDoor {

    private static final int ITEMS_OF_CIWA = 10;

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    AtTheDoor(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    void play() {
        stage.telling().chapter("At the door");
        aMinorComesWithAGuardian();
        var iris = registered(Cast.somebody("Iris"));
        withdrawalIsForMedicalStaff(iris);
        anotherLevelTakesTwoSignatures(iris);
        herPayerHasNotApproved(iris);
        sheAsksThatSomethingIsNotTold(iris);
    }

    private String registered(Map<String, Object> form) {
        return api.must(api.post("ivy", ENROLLMENT, "/patients", form)).id();
    }

    private void aMinorComesWithAGuardian() {
        var form = new HashMap<>(Cast.somebody("Mika"));
        form.put("birthDate", stage.today().minusYears(16).toString());
        claims.expect(
                "a minor is registered with a guardian",
                "minor-has-a-guardian",
                api.post("ivy", ENROLLMENT, "/patients", form).rule());
        form.put(
                "people",
                List.of(Map.of(
                        "name",
                        "Nela " + Cast.CANARY,
                        "relationship",
                        "PARENT",
                        "guardian",
                        true,
                        "inEmergency",
                        true)));
        var mika = registered(form);
        visit(mika);
        var stop = finding(mika, "UNDER_AGE");
        claims.expect(
                "and is stopped from programs for adults, whoever signs",
                "hard-stop-stays",
                override("sam", stop).rule());
        claims.expect(
                "and signs nothing alone",
                "minor-signs-with-a-guardian",
                signs(mika, "Mika", "SELF").rule());
        claims.expect(
                "but with the guardian", 201, signs(mika, "Nela", "PARENT").status());
    }

    private Api.Answer signs(String patient, String givenName, String relationship) {
        var signature =
                Map.of("signer", givenName + " " + Cast.CANARY, "relationship", relationship, "method", "PAPER");
        return api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + patient + "/consents",
                Map.of("kind", "TREATMENT", "signature", signature));
    }

    private void withdrawalIsForMedicalStaff(String iris) {
        var answers = IntStream.rangeClosed(1, ITEMS_OF_CIWA)
                .mapToObj(item -> Map.of("item", String.valueOf(item), "value", 2))
                .toList();
        claims.expect(
                "the questionnaires are there, word for word",
                true,
                api.must(api.get("ivy", ENROLLMENT, "/instruments"))
                        .body()
                        .toString()
                        .contains("Little interest or pleasure in doing things"));
        var scored = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + iris + "/measures",
                Map.of("instrument", "CIWA-Ar", "answers", answers)));
        claims.expect(
                "a CIWA-Ar of twenty is severe withdrawal",
                "20 SEVERE",
                scored.body().path("total").asInt() + " "
                        + scored.body().path("band").asText());
        claims.expect(
                "no level is suggested before that is seen to",
                "R0",
                visit(iris).body().path("firedRule").asText());
        var stop = finding(iris, "SEVERE_WITHDRAWAL");
        claims.expect(
                "which intake can not say",
                "license-required",
                clear("ivy", stop, "MEDICALLY_CLEARED").rule());
        claims.expect(
                "and a prescriber can",
                200,
                clear("pia", stop, "MEDICALLY_CLEARED").status());
    }

    private void anotherLevelTakesTwoSignatures(String iris) {
        claims.expect(
                "whoever is well needs no intensive program",
                "1",
                visit(iris).body().path("suggestedLevel").asText());
        var stop = finding(iris, "OTHER_LEVEL");
        claims.expect(
                "intake does not simply resolve that",
                "license-required",
                clear("ivy", stop, "RESOLVED").rule());
        claims.expect(
                "it overrides it with a reason, and waits",
                "CO_SIGNATURE_DUE",
                api.must(override("ivy", stop)).body().path("status").asText());
        claims.expect(
                "until a second person, who may, stands by it",
                "OVERRIDDEN",
                api.must(api.post("sam", ENROLLMENT, "/findings/" + stop + "/co-signature", Map.of()))
                        .body()
                        .path("status")
                        .asText());
    }

    private void herPayerHasNotApproved(String iris) {
        var payer = created(
                "ada", "/payers", Map.of("name", "Southside " + UUID.randomUUID(), "terms", Paying.h0015(false)));
        LocalDate today = stage.today();
        var card = Map.of(
                "priority",
                "PRIMARY",
                "plan",
                "Bronze of " + Cast.CANARY,
                "memberNumber",
                "SHP-" + Cast.CANARY,
                "firstDay",
                today.toString());
        var coverage = created("ivy", "/patients/" + iris + "/coverages", Map.of("payer", payer, "card", card));
        claims.expect("a payer who approves in advance has not yet", "OPEN", status(iris, "NO_AUTHORIZATION"));
        created(
                "ivy",
                "/coverages/" + coverage + "/authorizations",
                Map.of(
                        "unit",
                        "DAY",
                        "units",
                        20,
                        "firstDay",
                        today.toString(),
                        "lastDay",
                        today.plusDays(60).toString(),
                        "reference",
                        "AUTH-" + Cast.CANARY));
        claims.expect("until the letter is there", "CLEARED", status(iris, "NO_AUTHORIZATION"));
    }

    private void sheAsksThatSomethingIsNotTold(String iris) {
        var asked = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + iris + "/rights-requests",
                Map.of(
                        "right",
                        "RESTRICTION",
                        "words",
                        "Tell my plan nothing of " + Cast.CANARY,
                        "receivedOn",
                        stage.today().minusDays(3).toString())));
        claims.expect(
                "the time for an answer runs from the day her letter came",
                stage.today().plusDays(27).toString(),
                asked.body().path("dueOn").asText());
        api.must(api.post(
                "paul",
                ENROLLMENT,
                "/rights-requests/" + asked.id() + "/answer",
                Map.of("outcome", "GRANTED", "answer", "We tell your plan nothing, " + Cast.CANARY)));
        claims.expect(
                "and with the answer the work is done",
                false,
                api.must(api.get("paul", ENROLLMENT, "/tasks?patient=" + iris))
                        .body()
                        .findValuesAsText("kind")
                        .contains("rights-request"));
        stage.telling().say("Iris has withdrawal, another level and a payer who waits: each is dealt with by who may.");
    }

    private String created(String who, String path, Map<String, ?> form) {
        return api.must(api.post(who, ENROLLMENT, path, form)).id();
    }

    private Api.Answer visit(String patient) {
        return api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/patients/" + patient + "/screenings",
                Map.of(
                        "edition", "3",
                        "withdrawal", 0,
                        "biomedical", 0,
                        "emotional", 0,
                        "readiness", 0,
                        "relapse", 0,
                        "environment", 0,
                        "ambulatoryWithdrawalManagement", false,
                        "stops", List.of())));
    }

    private String finding(String patient, String stop) {
        return of(patient, stop, "id");
    }

    private String status(String patient, String stop) {
        return of(patient, stop, "status");
    }

    private String of(String patient, String stop, String field) {
        return api.must(api.get("ivy", ENROLLMENT, "/patients/" + patient + "/findings?limit=200"))
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("stop").asText().equals(stop))
                .reduce((_, last) -> last)
                .map(item -> item.path(field).asText())
                .orElse("none");
    }

    private Api.Answer clear(String who, String finding, String disposition) {
        return api.post(
                who,
                ENROLLMENT,
                "/findings/" + finding + "/clearance",
                Map.of("disposition", disposition, "assessment", "Seen, and well again; ask for " + Cast.CANARY));
    }

    private Api.Answer override(String who, String finding) {
        return api.post(
                who,
                ENROLLMENT,
                "/findings/" + finding + "/override",
                Map.of("reason", "She was well for a year and asks for more than once a week; ask for " + Cast.CANARY));
    }
}
