package org.stepwell.platform.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.consent.ConsentEvent.ConsentsChanged.Opening;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;

class DecisionTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T14:00:00Z");
    private static final PatientId MAYA = new PatientId(UUID.randomUUID());
    private static final UUID TOMAS = UUID.randomUUID();
    private static final UUID SOMEBODY_ELSE = UUID.randomUUID();

    /** Maya's consents: all of care for treatment and payment, and Tomas may know that she comes. */
    private static final List<Opening> OPENINGS = List.of(
            opening(
                    ConsentKind.CARE_DISCLOSURE,
                    List.of(
                            new Recipient(Recipient.Kind.TREATING_PROVIDER, null),
                            new Recipient(Recipient.Kind.PAYER, null)),
                    List.of(DisclosurePurpose.TREATMENT, DisclosurePurpose.PAYMENT),
                    List.of(DataCategory.DIAGNOSIS, DataCategory.PROGRESS, DataCategory.COUNSELING_NOTES)),
            opening(
                    ConsentKind.NAMED_DISCLOSURE,
                    List.of(new Recipient(Recipient.Kind.SUPPORT_PERSON, TOMAS)),
                    List.of(DisclosurePurpose.SUPPORT, DisclosurePurpose.LEGAL_PROCEEDINGS),
                    List.of(DataCategory.PRESENCE, DataCategory.ATTENDANCE)));

    @ParameterizedTest
    @CsvSource(textBlock = """
            TREATING_PROVIDER, else,  TREATMENT,         DIAGNOSIS,                  true
            TREATING_PROVIDER,     ,  TREATMENT,         DIAGNOSIS PROGRESS,         true
            PAYER,             else,  PAYMENT,           DIAGNOSIS,                  true
            PAYER,             else,  EMPLOYMENT,        DIAGNOSIS,                  false
            PAYER,             else,  PAYMENT,           MEDICATION,                 false
            PAYER,             else,  PAYMENT,           DIAGNOSIS MEDICATION,       false
            TREATING_PROVIDER, else,  TREATMENT,         COUNSELING_NOTES,           false
            SUPPORT_PERSON,    tomas, SUPPORT,           ATTENDANCE,                 true
            SUPPORT_PERSON,    else,  SUPPORT,           ATTENDANCE,                 false
            SUPPORT_PERSON,        ,  SUPPORT,           ATTENDANCE,                 false
            EMPLOYER,          tomas, SUPPORT,           ATTENDANCE,                 false
            SUPPORT_PERSON,    tomas, SUPPORT,           DIAGNOSIS,                  false
            SUPPORT_PERSON,    tomas, LEGAL_PROCEEDINGS, ATTENDANCE,                 false
            COURT,             else,  LEGAL_PROCEEDINGS, PRESENCE,                   false
            """)
    void oneConsentInForceOpensAllOfItOrNothingIsDisclosed(
            Recipient.Kind kind, String who, DisclosurePurpose purpose, String categories, boolean permitted) {
        var id = who == null ? null : who.equals("tomas") ? TOMAS : SOMEBODY_ELSE;

        var decision = Decision.of(OPENINGS, ask(new Recipient(kind, id), purpose, categories), MONDAY);

        assertThat(decision instanceof Decision.Permitted).isEqualTo(permitted);
    }

    @Test
    void aConsentThatNamesTheRecipientGoesBeforeOneToTheirClass() {
        var purposes = List.of(DisclosurePurpose.TREATMENT);
        var categories = List.of(DataCategory.DIAGNOSIS);
        var toAll = opening(
                ConsentKind.CARE_DISCLOSURE,
                List.of(new Recipient(Recipient.Kind.TREATING_PROVIDER, null)),
                purposes,
                categories);
        var tomas = new Recipient(Recipient.Kind.TREATING_PROVIDER, TOMAS);
        var toTomas = opening(ConsentKind.NAMED_DISCLOSURE, List.of(tomas), purposes, categories);
        var somebody = new Recipient(Recipient.Kind.TREATING_PROVIDER, SOMEBODY_ELSE);

        assertThat(Decision.of(List.of(toAll, toTomas), ask(tomas, DisclosurePurpose.TREATMENT, "DIAGNOSIS"), MONDAY))
                .isEqualTo(new Decision.Permitted(toTomas));
        assertThat(Decision.of(
                        List.of(toAll, toTomas), ask(somebody, DisclosurePurpose.TREATMENT, "DIAGNOSIS"), MONDAY))
                .isEqualTo(new Decision.Permitted(toAll));
    }

    @Test
    void theRefusalNamesWhatIsClosed() {
        var ask =
                ask(new Recipient(Recipient.Kind.PAYER, SOMEBODY_ELSE), DisclosurePurpose.PAYMENT, "DIAGNOSIS BILLING");

        assertThat(Decision.of(OPENINGS, ask, MONDAY))
                .isEqualTo(new Decision.Denied(
                        DisclosureRule.NO_CONSENT_IN_FORCE,
                        "The consent to this recipient does not open: BILLING. Leave it out, or ask the patient."));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "59, true", "60, false", "61, false"})
    void aConsentIsInForceFromItsFirstMomentUntilBeforeItsEnd(long seconds, boolean permitted) {
        var opening = new Opening(
                new ConsentId(UUID.randomUUID()),
                ConsentKind.CARE_DISCLOSURE,
                List.of(new Recipient(Recipient.Kind.PAYER, null)),
                List.of(DisclosurePurpose.PAYMENT),
                List.of(DataCategory.BILLING),
                MONDAY,
                MONDAY.plusSeconds(60));
        var ask = ask(new Recipient(Recipient.Kind.PAYER, SOMEBODY_ELSE), DisclosurePurpose.PAYMENT, "BILLING");

        var decision = Decision.of(List.of(opening), ask, MONDAY.plusSeconds(seconds));

        assertThat(decision instanceof Decision.Permitted).isEqualTo(permitted);
    }

    @Test
    void counselingNotesAreOpenedByTheirOwnConsentAndNothingElseIs() {
        var opening = opening(
                ConsentKind.COUNSELING_NOTES_DISCLOSURE,
                List.of(new Recipient(Recipient.Kind.TREATING_PROVIDER, TOMAS)),
                List.of(DisclosurePurpose.TREATMENT),
                List.of(DataCategory.COUNSELING_NOTES, DataCategory.PROGRESS));
        var tomas = new Recipient(Recipient.Kind.TREATING_PROVIDER, TOMAS);

        assertThat(Decision.of(List.of(opening), ask(tomas, DisclosurePurpose.TREATMENT, "COUNSELING_NOTES"), MONDAY))
                .isEqualTo(new Decision.Permitted(opening));
        assertThat(Decision.of(List.of(opening), ask(tomas, DisclosurePurpose.TREATMENT, "PROGRESS"), MONDAY))
                .isInstanceOf(Decision.Denied.class);
    }

    private static Ask ask(Recipient recipient, DisclosurePurpose purpose, String categories) {
        var asked = EnumSet.noneOf(DataCategory.class);
        Arrays.stream(categories.split(" ")).map(DataCategory::valueOf).forEach(asked::add);
        return new Ask(MAYA, recipient, purpose, asked);
    }

    private static Opening opening(
            ConsentKind kind, List<Recipient> to, List<DisclosurePurpose> purposes, List<DataCategory> categories) {
        return new Opening(new ConsentId(UUID.randomUUID()), kind, to, purposes, categories, Instant.EPOCH, null);
    }
}
