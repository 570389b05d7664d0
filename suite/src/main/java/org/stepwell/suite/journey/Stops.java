package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.List;
import java.util.Map;

/** What keeps somebody from being admitted: two things that protect people, and one that intake may override with a reason. */
final class Stops {

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Admissions admissions;

    Stops(Stage stage, Admissions admissions) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.admissions = admissions;
    }

    /** Tells of some people, who are admitted in the end, and answers who they are. */
    List<Cast.Patient> play() {
        var cast = stage.cast();
        refusedWithoutConsentAndDiagnosis(cast.amina());
        refusedWithAHardStop(cast.boris());
        overridden(cast.farid());
        return List.of(cast.amina(), cast.boris(), cast.farid());
    }

    private void refusedWithoutConsentAndDiagnosis(Cast.Patient amina) {
        var screening = admissions.screen(amina, List.of());
        claims.expect(
                "a level is suggested",
                "2.1",
                screening.body().path("suggestedLevel").asText());
        claims.expect(
                "and the rule that fired is named",
                "R7",
                screening.body().path("firedRule").asText());
        claims.expect(
                "nobody is admitted without consent to treatment",
                "treatment-consent-required",
                admissions.admit(amina).rule());
        admissions.consent(amina);
        claims.expect(
                "nor without a diagnosis, unless somebody stands by that",
                "soft-stop-open",
                admissions.admit(amina).rule());
        admissions.diagnose(amina);
        api.must(admissions.admit(amina));
        stage.telling().say("%s is refused until she signs consent to treatment and is diagnosed.", amina.name());
    }

    private void refusedWithAHardStop(Cast.Patient boris) {
        admissions.diagnose(boris);
        admissions.screen(boris, List.of("MEDICAL_EMERGENCY"));
        admissions.consent(boris);
        claims.expect(
                "nobody is admitted with an open hard stop",
                "hard-stop-open",
                admissions.admit(boris).rule());
        var findings = api.must(api.get("ivy", ENROLLMENT, "/patients/" + boris.id() + "/findings"));
        api.must(api.post(
                "pia",
                ENROLLMENT,
                "/findings/" + findings.body().at("/items/0/id").asText() + "/clearance",
                Map.of(
                        "disposition",
                        "MEDICALLY_CLEARED",
                        "assessment",
                        "Seen in the emergency department, and well again; ask for " + Cast.CANARY)));
        api.must(admissions.admit(boris));
        stage.telling().say("%s is refused until a clinician has cleared a medical emergency.", boris.name());
    }

    private void overridden(Cast.Patient farid) {
        admissions.diagnose(farid);
        admissions.screen(farid, List.of("NO_TRANSPORT"));
        admissions.consent(farid);
        claims.expect(
                "whoever can not get here is not admitted without a thought",
                "soft-stop-open",
                admissions.admit(farid).rule());
        var finding = api.must(api.get("ivy", ENROLLMENT, "/patients/" + farid.id() + "/findings"))
                .body()
                .at("/items/0/id")
                .asText();
        var overridden = api.must(api.post(
                "ivy",
                ENROLLMENT,
                "/findings/" + finding + "/override",
                Map.of("reason", "His brother drives him on all three days; ask for " + Cast.CANARY)));
        claims.expect(
                "intake overrides it with a reason",
                "OVERRIDDEN",
                overridden.body().path("status").asText());
        api.must(admissions.admit(farid));
        claims.expect(
                "which supervisors look through later",
                true,
                api.must(api.get("sam", ENROLLMENT, "/overrides?limit=200"))
                        .body()
                        .findValuesAsText("id")
                        .contains(finding));
        stage.telling().say("%s has nobody to bring him, until his brother does.", farid.name());
    }
}
