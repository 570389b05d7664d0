package org.stepwell.enrollment.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.stepwell.platform.testing.Refusals.assertRefused;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.stepwell.contracts.code.ConsentKind;
import org.stepwell.contracts.code.DataCategory;
import org.stepwell.contracts.code.DisclosurePurpose;
import org.stepwell.contracts.code.Recipient;
import org.stepwell.contracts.id.ConsentId;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.platform.problem.FieldError;
import org.stepwell.platform.problem.Refusal;

class ConsentTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant MONDAY = Instant.parse("2026-03-02T14:00:00Z");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-30");
    private static final PatientId MAYA = new PatientId(UUID.randomUUID());
    private static final Recipient TOMAS = new Recipient(Recipient.Kind.SUPPORT_PERSON, UUID.randomUUID());

    @Test
    void aSignedConsentIsInForceUntilItsLastDayIsOverInClinicTime() {
        var consent = draft(ConsentKind.NAMED_DISCLOSURE, toTomas());

        sign(consent, words("Tomas"));

        assertThat(consent.status()).isEqualTo(ConsentStatus.ACTIVE);
        assertThat(consent.opening().orElseThrow().until()).isEqualTo(Instant.parse("2026-07-01T04:00:00Z"));
        assertThat(consent.opening().orElseThrow().recipients()).containsExactly(TOMAS);
    }

    @Test
    void aDraftOpensNothing() {
        assertThat(draft(ConsentKind.NAMED_DISCLOSURE, toTomas()).opening()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            discloser,   /terms/discloser
            description, /terms/description
            categories,  /terms/categories
            recipients,  /terms/recipients
            name,        /terms/recipients/0/name
            purposes,    /terms/purposes
            lastDay,     /terms/lastDay
            """)
    void eachElementIsThereBeforeItIsSigned(String left, String pointer) {
        var terms = new Terms(
                left.equals("recipients") ? List.of() : List.of(TOMAS),
                left.equals("purposes") ? List.of() : List.of(DisclosurePurpose.SUPPORT),
                left.equals("categories") ? List.of() : List.of(DataCategory.ATTENDANCE),
                left.equals("lastDay") ? null : JUNE,
                null,
                null);
        var words = new Words(
                left.equals("discloser") ? "" : "Riverside IOP",
                left.equals("description") ? "" : "that I come",
                left.equals("recipients")
                        ? List.of()
                        : List.of(new Words.Named(left.equals("name") ? " " : "Tomas", "")));
        var consent = draft(ConsentKind.NAMED_DISCLOSURE, terms);

        var refusal = refusal(() -> sign(consent, words));

        assertThat(refusal.rule()).isEqualTo(ConsentRule.ELEMENT_MISSING);
        assertThat(refusal.errors()).extracting(FieldError::pointer).containsExactly(pointer);
        assertThat(consent.status()).isEqualTo(ConsentStatus.DRAFT);
    }

    @Test
    void oneConsentForCareNamesAClassAndMayNeverEnd() {
        var consent = draft(ConsentKind.CARE_DISCLOSURE, forCare(Terms.Ending.NONE));

        sign(consent, words(""));

        assertThat(consent.opening().orElseThrow().until()).isNull();
    }

    @Test
    void noOtherConsentNamesAClassOrNeverEnds() {
        var terms = new Terms(
                List.of(new Recipient(Recipient.Kind.PAYER, null)),
                List.of(DisclosurePurpose.PAYMENT),
                List.of(DataCategory.BILLING),
                null,
                Terms.Ending.NONE,
                null);

        var refusal = refusal(() -> sign(draft(ConsentKind.NAMED_DISCLOSURE, terms), words("")));

        assertThat(refusal.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/terms/recipients/0/name", "/terms/ends");
    }

    @Test
    void anIntermediaryNamesItsMembers() {
        var exchange = new Recipient(Recipient.Kind.INTERMEDIARY, UUID.randomUUID());
        var terms = new Terms(
                List.of(exchange),
                List.of(DisclosurePurpose.TREATMENT),
                List.of(DataCategory.DIAGNOSIS),
                JUNE,
                null,
                null);

        assertThat(refusal(() -> sign(draft(ConsentKind.NAMED_DISCLOSURE, terms), words("The exchange")))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/terms/recipients/0/members");
    }

    @Test
    void counselingNotesStandAlone() {
        var both = List.of(DataCategory.PROGRESS, DataCategory.COUNSELING_NOTES);
        var terms = new Terms(List.of(TOMAS), List.of(DisclosurePurpose.SUPPORT), both, JUNE, null, null);

        assertRefused(
                ConsentRule.COUNSELING_NOTES_STAND_ALONE,
                () -> sign(draft(ConsentKind.NAMED_DISCLOSURE, terms), words("Tomas")));
        assertRefused(
                ConsentRule.COUNSELING_NOTES_STAND_ALONE,
                () -> sign(draft(ConsentKind.COUNSELING_NOTES_DISCLOSURE, terms), words("Tomas")));
        var nothingOfThem = new Terms(
                List.of(TOMAS),
                List.of(DisclosurePurpose.CRIMINAL_JUSTICE),
                List.of(DataCategory.ATTENDANCE),
                JUNE,
                null,
                null);
        assertThat(refusal(() -> sign(draft(ConsentKind.COUNSELING_NOTES_DISCLOSURE, nothingOfThem), words("Tomas")))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/terms/categories", "/terms/purposes");
    }

    @Test
    void proceedingsStandAlone() {
        var both = List.of(DisclosurePurpose.LEGAL_PROCEEDINGS, DisclosurePurpose.SUPPORT);
        var terms = new Terms(List.of(TOMAS), both, List.of(DataCategory.PRESENCE), JUNE, null, null);

        assertRefused(
                ConsentRule.PROCEEDINGS_STAND_ALONE,
                () -> sign(draft(ConsentKind.NAMED_DISCLOSURE, terms), words("Tomas")));
        assertRefused(
                ConsentRule.PROCEEDINGS_STAND_ALONE,
                () -> sign(draft(ConsentKind.PROCEEDINGS_DISCLOSURE, terms), words("Tomas")));
    }

    @Test
    void aCriminalJusticeConsentIsRevokedFromTheDayItStates() {
        var terms = new Terms(
                List.of(new Recipient(Recipient.Kind.COURT, UUID.randomUUID())),
                List.of(DisclosurePurpose.CRIMINAL_JUSTICE),
                List.of(DataCategory.ATTENDANCE),
                null,
                Terms.Ending.END_OF_PROCEEDING,
                LocalDate.parse("2026-05-01"));
        var consent = draft(ConsentKind.CRIMINAL_JUSTICE_DISCLOSURE, terms);
        sign(consent, words("Drug court"));

        assertRefused(ConsentRule.NOT_REVOCABLE_YET, () -> consent.revoke(Consent.Revocation.SPOKEN, NEW_YORK, MONDAY));
        assertRefused(ConsentRule.NOT_REVOCABLE_YET, () -> consent.supersededBy(consent, NEW_YORK, MONDAY));
        consent.revoke(Consent.Revocation.SPOKEN, NEW_YORK, Instant.parse("2026-05-01T04:00:00Z"));

        assertThat(consent.status()).isEqualTo(ConsentStatus.REVOKED);
    }

    @Test
    void aCriminalJusticeConsentCanBeRevokedWhileItLastsAndGoesToThoseWhoWatchOverTheCondition() {
        var neverRevocable = new Terms(
                List.of(new Recipient(Recipient.Kind.COURT, UUID.randomUUID())),
                List.of(DisclosurePurpose.CRIMINAL_JUSTICE),
                List.of(DataCategory.ATTENDANCE),
                JUNE,
                null,
                JUNE.plusDays(1));
        var toAnEmployer = new Terms(
                List.of(new Recipient(Recipient.Kind.EMPLOYER, UUID.randomUUID())),
                List.of(DisclosurePurpose.CRIMINAL_JUSTICE),
                List.of(DataCategory.ATTENDANCE),
                JUNE,
                null,
                JUNE);

        for (var terms : List.of(neverRevocable, toAnEmployer)) {
            assertRefused(
                    ConsentRule.ELEMENT_MISSING,
                    () -> sign(draft(ConsentKind.CRIMINAL_JUSTICE_DISCLOSURE, terms), words("Drug court")));
        }
    }

    @Test
    void whatMayGoToThoseWhoTreatSaysThatItMayGoFurther() {
        for (var kind : List.of(
                ConsentKind.CARE_DISCLOSURE, ConsentKind.NAMED_DISCLOSURE, ConsentKind.COUNSELING_NOTES_DISCLOSURE)) {
            assertThat(ConsentText.statements(kind))
                    .as("%s", kind)
                    .anyMatch(said -> said.contains("disclose them again"));
        }
    }

    @Test
    void itIsSignedOnceAndNotAfterItsLastDay() {
        var consent = draft(ConsentKind.NAMED_DISCLOSURE, toTomas());
        sign(consent, words("Tomas"));

        assertRefused(ConsentRule.SIGNED_BEFORE, () -> sign(consent, words("Tomas")));
        var late = draft(ConsentKind.NAMED_DISCLOSURE, toTomas());
        assertRefused(
                ConsentRule.ENDS_BEFORE_IT_BEGINS,
                () -> late.sign(signature(), "", words("Tomas"), NEW_YORK, Instant.parse("2026-07-01T04:00:00Z")));
    }

    @Test
    void onlyWhatIsInForceEnds() {
        var revoked = draft(ConsentKind.NAMED_DISCLOSURE, toTomas());
        sign(revoked, words("Tomas"));
        revoked.revoke(Consent.Revocation.SPOKEN, NEW_YORK, MONDAY);

        assertRefused(ConsentRule.REVOKED_BEFORE, () -> revoked.revoke(Consent.Revocation.SPOKEN, NEW_YORK, MONDAY));
        assertRefused(
                ConsentRule.NOT_IN_FORCE,
                () -> draft(ConsentKind.NAMED_DISCLOSURE, toTomas())
                        .revoke(Consent.Revocation.SPOKEN, NEW_YORK, MONDAY));
        revoked.expire(MONDAY);

        assertThat(revoked.status()).isEqualTo(ConsentStatus.REVOKED);
    }

    @ParameterizedTest
    @EnumSource(value = ConsentStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void nothingEndsThatIsNotInForce(ConsentStatus status) {
        var consent = inStatus(status);
        var another = draft(ConsentKind.NAMED_DISCLOSURE, toTomas());

        assertThat(refusal(() -> consent.revoke(Consent.Revocation.SPOKEN, NEW_YORK, MONDAY)))
                .extracting(Refusal::rule)
                .isIn(ConsentRule.NOT_IN_FORCE, ConsentRule.REVOKED_BEFORE);
        assertThat(refusal(() -> consent.supersededBy(another, NEW_YORK, MONDAY)))
                .isNotNull();
        if (status != ConsentStatus.DRAFT) {
            assertRefused(ConsentRule.SIGNED_BEFORE, () -> sign(consent, words("Tomas")));
        }
        consent.expire(MONDAY);
        assertThat(consent.status()).isEqualTo(status);
        assertThat(consent.opening()).isEmpty();
    }

    private static Consent inStatus(ConsentStatus status) {
        var consent = draft(ConsentKind.NAMED_DISCLOSURE, toTomas());
        if (status == ConsentStatus.DRAFT) {
            return consent;
        }
        sign(consent, words("Tomas"));
        switch (status) {
            case REVOKED -> consent.revoke(Consent.Revocation.SPOKEN, NEW_YORK, MONDAY);
            case SUPERSEDED -> consent.supersededBy(draft(ConsentKind.NAMED_DISCLOSURE, toTomas()), NEW_YORK, MONDAY);
            case EXPIRED -> consent.expire(MONDAY);
            case DRAFT, ACTIVE -> {}
        }
        assertThat(consent.status()).isEqualTo(status);
        return consent;
    }

    @Test
    void aConsentSupersedesOneOfItsPatientAndKind() {
        var before = draft(ConsentKind.NAMED_DISCLOSURE, toTomas());
        sign(before, words("Tomas"));

        assertRefused(
                ConsentRule.SUPERSEDES_ANOTHER_KIND,
                () -> before.supersededBy(
                        draft(ConsentKind.CARE_DISCLOSURE, forCare(Terms.Ending.END_OF_TREATMENT)), NEW_YORK, MONDAY));
        before.supersededBy(draft(ConsentKind.NAMED_DISCLOSURE, toTomas()), NEW_YORK, MONDAY);

        assertThat(before.status()).isEqualTo(ConsentStatus.SUPERSEDED);
        assertThat(before.opening()).isEmpty();
    }

    @Test
    void consentsAboutCareHaveNoTermsAndDisclosuresHave() {
        assertRefused(ConsentRule.TERMS_BELONG_TO_DISCLOSURES, () -> draft(ConsentKind.TREATMENT, toTomas()));
        assertRefused(ConsentRule.TERMS_BELONG_TO_DISCLOSURES, () -> draft(ConsentKind.NAMED_DISCLOSURE, null));
    }

    private static Terms toTomas() {
        return new Terms(
                List.of(TOMAS), List.of(DisclosurePurpose.SUPPORT), List.of(DataCategory.ATTENDANCE), JUNE, null, null);
    }

    private static Terms forCare(Terms.Ending ending) {
        return new Terms(
                List.of(new Recipient(Recipient.Kind.PAYER, null)),
                List.of(DisclosurePurpose.PAYMENT),
                List.of(DataCategory.BILLING),
                null,
                ending,
                null);
    }

    private static Words words(String recipient) {
        return new Words("Riverside IOP", "that I come", List.of(new Words.Named(recipient, "")));
    }

    private static Consent draft(ConsentKind kind, @Nullable Terms terms) {
        return new Consent(new ConsentId(UUID.randomUUID()), MAYA, kind, terms, terms == null ? null : "sealed");
    }

    private static void sign(Consent consent, Words words) {
        consent.sign(signature(), "", words, NEW_YORK, MONDAY);
    }

    private static Signature signature() {
        return new Signature("sealed", Signature.Relationship.SELF, Signature.Method.PAPER, MONDAY, null, "digest", 0);
    }

    private static Refusal refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work);
    }
}
