package org.stepwell.enrollment;

import static org.stepwell.enrollment.Intake.API;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Set;
import org.stepwell.enrollment.account.SmallKeycloak;
import org.stepwell.platform.testing.PoliciesTestBase;
import org.stepwell.platform.testing.Records;
import org.stepwell.platform.testing.StepwellTestResource;

@QuarkusTest
@QuarkusTestResource(StepwellTestResource.class)
@QuarkusTestResource(SmallKeycloak.class)
class PoliciesTest extends PoliciesTestBase {

    @Override
    protected Set<String> tablesOfNoClinic() {
        return Set.of("account_claim", "invitation_code");
    }

    @Override
    protected Map<String, String> showNothing() {
        return Map.ofEntries(
                nothing("parked", "of the whole deployment: ids of records, and no body"),
                nothing("consent-statements", "the same for everybody"),
                nothing("form-texts", "the clinic's, and nobody's"),
                nothing("instruments", "the same for everybody"),
                nothing("rule-sets", "the same for everybody"),
                nothing("teds/codes", "the same for everybody"),
                nothing("inquiries/pipeline", "counts"),
                nothing("figures/census", "counts, and of a time without patients"),
                nothing("figures/completion", "counts, and of a time without patients"),
                nothing("figures/stays", "counts, and of a time without patients"),
                nothing("figures/waiting", "counts, and of a time without patients"),
                nothing("episodes/{episode}/discharge/corrections", "a stay that goes on has none"));
    }

    private static Map.Entry<String, String> nothing(String path, String because) {
        return Map.entry("GET " + API + path, because);
    }

    @Override
    protected Map<String, String> heldAsSaid() {
        return Map.ofEntries(
                Map.entry("clinic.name", "what the clinic is called"),
                Map.entry("clinic.on_call_phone", "the clinic's own phone"),
                Map.entry("clinic.on_call_email", "the clinic's own mailbox"),
                Map.entry("platform.clinic.name", "what the clinic is called"),
                Map.entry("platform.clinic.on_call_phone", "the clinic's own phone"),
                Map.entry("platform.clinic.on_call_email", "the clinic's own mailbox"),
                Map.entry("form_text.text", "what everybody signs"),
                Map.entry("partner.name", "a house that sends people"),
                Map.entry("partner.address", "a house that sends people"),
                Map.entry("partner.phone", "a house that sends people"),
                Map.entry("payer.name", "a house that pays"),
                Map.entry("payer.address", "a house that pays"),
                Map.entry("program.name", "what a program is called"),
                Map.entry("program_rules.rules", "what its own rules are called"),
                Map.entry("program_track.code", "what a track is called"),
                Map.entry("program_track.name", "what a track is called"));
    }

    @Override
    protected Map<String, String> refused() {
        return Map.ofEntries(
                Map.entry(
                        "PUT " + API + "patients/{patient}",
                        "too like whom the other form registered; the same columns"),
                refused("authorities", "each kind has elements of its own, and is about a house"),
                refused("consents/{consent}/signature", "signed when it was made"),
                refused("coverages/{coverage}/claim-corrections", "codes"),
                refused("episodes/{episode}/level-change", "a code"),
                refused("episodes/{episode}/track-change", "a code"),
                refused("invitations/acceptance", "a code that opens once"),
                refused("parked/replay", "about no patient"),
                refused("parked/replay-all", "about no patient"),
                refused("partners/{partner}/accounts", "a key"),
                refused("patients/imports", "lines of a file, each a form of a patient"),
                refused("patients/{patient}/coverages", "one of a priority; its card is changed by another form"),
                refused("patients/{patient}/diagnoses", "a code"),
                refused("patients/{patient}/disclosures", "no consent names whom it tells"),
                refused("patients/{patient}/episodes", "a code"),
                refused("patients/{patient}/letters", "no consent names whom it tells"),
                refused("patients/{patient}/measures", "a code"),
                refused("patients/{patient}/merges", "there is no other record to merge"),
                refused("programs", "about no patient"),
                refused("programs/{program}/rules", "about no patient"),
                refused("rights-requests/{request}/disagreement", "nothing was denied"));
    }

    private static Map.Entry<String, String> refused(String path, String because) {
        return Map.entry("POST " + API + path, because);
    }

    @Override
    protected Records records() {
        return new RecordsOfMaya().made();
    }
}
