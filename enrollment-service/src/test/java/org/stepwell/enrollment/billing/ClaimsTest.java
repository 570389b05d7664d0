package org.stepwell.enrollment.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.code.Modality;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.CoverageId;
import org.stepwell.contracts.id.EpisodeId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.contracts.id.SessionId;
import org.stepwell.enrollment.billing.ClaimLine.ShortDay;
import org.stepwell.enrollment.billing.ClaimLine.Status;
import org.stepwell.enrollment.billing.Claims.AsSent;
import org.stepwell.enrollment.billing.Claims.Certified;
import org.stepwell.enrollment.billing.Claims.Cover;
import org.stepwell.enrollment.billing.Claims.Sent;
import org.stepwell.enrollment.coverage.Approved;
import org.stepwell.enrollment.coverage.AttendedDay;
import org.stepwell.enrollment.coverage.AttendedDay.Attendance;
import org.stepwell.enrollment.coverage.Burning;
import org.stepwell.enrollment.coverage.Coverage;
import org.stepwell.enrollment.payer.BillingTerms;
import org.stepwell.enrollment.payer.DayTerms;
import org.stepwell.platform.consent.Outlook;

class ClaimsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final EpisodeId EPISODE = new EpisodeId(UUID.randomUUID());
    private static final CoverageId COVERAGE = new CoverageId(UUID.randomUUID());
    private static final Map<EpisodeId, LocalDate> ADMITTED = Map.of(EPISODE, MONDAY.minusDays(7));
    private static final List<Diagnosed> ALCOHOL = List.of(new Diagnosed("F10.20", MONDAY.minusDays(10), null));
    private static final BillingTerms H0015 = new BillingTerms(
            "H0015", "0906", null, null, "hcpcs-h0015", BillingUnit.DAY, true, false, null, null, 5, 14);
    private static final BillingTerms MEDICARE = new BillingTerms(
            "90853", "0905", "92", null, "medicare-iop", BillingUnit.DAY, false, true, null, null, 5, 14);

    private final List<AttendedDay> week =
            List.of(attended(MONDAY, 180), attended(MONDAY.plusDays(2), 180), attended(MONDAY.plusDays(4), 165));
    private final Approved approved =
            new Approved(new AuthorizationId(UUID.randomUUID()), BillingUnit.DAY, 30, MONDAY, MONDAY.plusDays(89));

    @Test
    void threeHoursMakeALineAndLessAShortDay() {
        // New York: Mon/Wed/Fri 180/180/165 attended are two billable days, whatever the week comes to.
        var claims = lines(facts(week, H0015, Outlook.OPEN, allSigned(week)));

        assertThat(claims.lines()).extracting(ClaimLine::day).containsExactly(MONDAY, MONDAY.plusDays(2));
        assertThat(claims.lines()).extracting(ClaimLine::status).containsOnly(Status.READY);
        assertThat(claims.shortDays()).containsExactly(new ShortDay(MONDAY.plusDays(4), 165, 180, false));
        var billed = claims.lines().getFirst().billed();
        assertThat(billed).isNotNull();
        if (billed != null) {
            assertThat(billed.procedureCode()).isEqualTo("H0015");
            assertThat(billed.revenueCode()).isEqualTo("0906");
            assertThat(billed.conditionCode()).isNull();
            assertThat(billed.modifier()).isNull();
            assertThat(billed.diagnoses()).containsExactly("F10.20");
            assertThat(billed.admitted()).isEqualTo(MONDAY.minusDays(7));
            assertThat(billed.units()).isEqualTo(1);
            assertThat(billed.authorization()).isEqualTo(approved.id());
        }
    }

    @Test
    void medicareIsBilledWithConditionCode92FromTheDaysThatWereCertified() {
        var facts = facts(week, MEDICARE, Outlook.OPEN, allSigned(week));

        assertThat(lines(facts).lines()).allSatisfy(line -> {
            assertThat(line.holds()).containsExactly(Hold.CERTIFICATION_MISSING);
            assertThat(line.billed()).extracting("conditionCode").isEqualTo("92");
        });
        assertThat(lines(certified(facts, MONDAY.minusDays(60), MONDAY)).lines())
                .extracting(ClaimLine::holds)
                .containsExactly(List.of(), List.of(Hold.CERTIFICATION_RAN_OUT), List.of(Hold.CERTIFICATION_RAN_OUT));
    }

    @Test
    void everyReasonThatHoldsALineStandsInIt() {
        var day = List.of(attended(MONDAY.minusDays(7), 180));
        var terms = new BillingTerms(
                "H0015", "0906", null, null, "hcpcs-h0015", BillingUnit.DAY, true, true, null, null, 5, 14);

        var claims = Claims.of(facts(day, terms, Outlook.CLOSED, Set.of()), MONDAY.minusDays(7), MONDAY);

        assertThat(claims.lines()).singleElement().satisfies(line -> {
            assertThat(line.status()).isEqualTo(Status.HELD);
            assertThat(line.holds())
                    .containsExactly(
                            Hold.NO_AUTHORIZATION,
                            Hold.NOTE_UNSIGNED,
                            Hold.CERTIFICATION_MISSING,
                            Hold.CONSENT_MISSING);
        });
    }

    @Test
    void whatIsBilledApartOrNotPaidIsNoPartOfTheDay() {
        var days = List.of(
                attended(MONDAY, Map.of(Modality.GROUP_THERAPY, 120, Modality.CAREER_ASSISTANCE, 60)),
                attended(MONDAY.plusDays(1), Map.of(Modality.CAREER_ASSISTANCE, 180)),
                attended(MONDAY.plusDays(2), Map.of(Modality.GROUP_THERAPY, 120, Modality.MEDICATION_MANAGEMENT, 60)));
        var withVisitsApart = new BillingTerms(
                "H0015",
                "0906",
                null,
                null,
                "hcpcs-h0015",
                BillingUnit.DAY,
                true,
                false,
                null,
                Set.of(Modality.MEDICATION_MANAGEMENT),
                5,
                14);

        var usual = lines(facts(days, H0015, Outlook.OPEN, allSigned(days)));
        assertThat(usual.lines()).extracting(ClaimLine::day).containsExactly(MONDAY.plusDays(2));
        assertThat(usual.shortDays()).containsExactly(new ShortDay(MONDAY, 120, 180, false));

        var apart = lines(facts(days, withVisitsApart, Outlook.OPEN, allSigned(days)));
        assertThat(apart.lines()).extracting(ClaimLine::day).containsExactly(MONDAY, MONDAY.plusDays(1));
        assertThat(apart.shortDays()).containsExactly(new ShortDay(MONDAY.plusDays(2), 120, 180, false));
    }

    @Test
    void whereThePayerWantsAGroupEachDayADayWithoutOneIsNone() {
        var days = List.of(
                attended(MONDAY, Map.of(Modality.GROUP_THERAPY, 60, Modality.INDIVIDUAL_THERAPY, 120)),
                attended(MONDAY.plusDays(1), Map.of(Modality.INDIVIDUAL_THERAPY, 180)));
        var northCarolina = new BillingTerms(
                "H0015", "0906", null, null, "nc-saiop", BillingUnit.DAY, true, false, 180, null, 5, 14);

        var claims = lines(facts(days, northCarolina, Outlook.OPEN, allSigned(days)));

        assertThat(claims.lines()).extracting(ClaimLine::day).containsExactly(MONDAY);
        assertThat(claims.shortDays()).containsExactly(new ShortDay(MONDAY.plusDays(1), 180, 1, true));
    }

    @Test
    void oneUnsignedNoteOfADayHoldsTheDay() {
        var sessions = List.of(new SessionId(UUID.randomUUID()), new SessionId(UUID.randomUUID()));
        var day = List.of(new AttendedDay(
                MONDAY,
                EPISODE,
                sessions.stream()
                        .map(one -> new Attendance(one, Modality.GROUP_THERAPY, true, 90))
                        .toList()));

        assertThat(lines(facts(day, H0015, Outlook.OPEN, Set.of(sessions.getFirst())))
                        .lines())
                .singleElement()
                .extracting(ClaimLine::holds)
                .isEqualTo(List.of(Hold.NOTE_UNSIGNED));
    }

    @Test
    void whereConsentsAreNotKnownTheLineWaitsAndSaysSo() {
        assertThat(lines(facts(week, H0015, Outlook.NOT_KNOWN, allSigned(week))).lines())
                .extracting(ClaimLine::holds)
                .containsOnly(List.of(Hold.CONSENT_NOT_KNOWN));
    }

    @Test
    void aLineSaysWhatTheDayWasForAndWaitsWhereNothingIsKnown() {
        var facts = facts(week.subList(0, 2), H0015, Outlook.OPEN, allSigned(week));
        var until = new Diagnosed("F10.20", MONDAY.minusDays(9), MONDAY);
        var since = new Diagnosed("F33.1", MONDAY.plusDays(1), null);

        assertThat(lines(diagnosed(facts, until, since)).lines())
                .extracting(ClaimLine::billed)
                .extracting("diagnoses")
                .containsExactly(List.of("F10.20"), List.of("F33.1"));
        assertThat(lines(diagnosed(facts, new Diagnosed("F11.20", MONDAY.plusDays(9), null)))
                        .lines())
                .as("it was written down later")
                .extracting(ClaimLine::status)
                .containsOnly(Status.READY);
        assertThat(lines(diagnosed(facts)).lines())
                .extracting(ClaimLine::holds)
                .containsOnly(List.of(Hold.NO_DIAGNOSIS));
    }

    @Test
    void aPatientWhoOpensAllButTheDiagnosisIsAskedForIt() {
        var facts = facts(week, H0015, Outlook.CLOSED, allSigned(week));
        var cover = facts.covers().getFirst();
        var all = new Cover(
                cover.coverage(),
                cover.payer(),
                cover.priority(),
                cover.firstDay(),
                cover.lastDay(),
                cover.terms(),
                cover.burning(),
                Outlook.CLOSED,
                true);

        assertThat(lines(facts).lines()).extracting(ClaimLine::holds).containsOnly(List.of(Hold.CONSENT_MISSING));
        assertThat(lines(facts(week, List.of(all), allSigned(week))).lines())
                .extracting(ClaimLine::holds)
                .containsOnly(List.of(Hold.DIAGNOSIS_NOT_OPENED));
    }

    @Test
    void aModifierOfTheContractStandsBehindTheProcedure() {
        var psychiatric = new BillingTerms(
                "S9480", "0905", null, "HH", "hcpcs-h0015", BillingUnit.DAY, true, false, null, null, 5, 14);

        assertThat(lines(facts(week, psychiatric, Outlook.OPEN, allSigned(week)))
                        .lines())
                .extracting(ClaimLine::billed)
                .extracting("procedureCode", "modifier", "revenueCode", "units")
                .containsExactly(tuple("S9480", "HH", "0905", 1), tuple("S9480", "HH", "0905", 1));
    }

    @Test
    void whatIsUsedUpHoldsTheDaysAfter() {
        var one = new Approved(approved.id(), BillingUnit.DAY, 1, MONDAY, MONDAY.plusDays(89));
        var cover = cover(week, H0015, Outlook.OPEN, one);
        var facts = facts(week, List.of(cover), allSigned(week));

        assertThat(lines(facts).lines())
                .extracting(ClaimLine::holds)
                .containsExactly(List.of(), List.of(Hold.UNITS_EXHAUSTED));
    }

    @Test
    void aDayThatNobodyCoversIsHeldWithoutCodes() {
        var facts = facts(week, List.of(), allSigned(week));

        assertThat(lines(facts).lines()).hasSize(3).allSatisfy(line -> {
            assertThat(line.holds()).containsExactly(Hold.NO_COVERAGE);
            assertThat(line.billed()).isNull();
        });
    }

    @Test
    void whatWasSentIsNotReadyOnceMoreAndACorrectionSaysSo() {
        var before2026 = new AsSent(
                new ClaimCodes("S9480", "HH", "0905", null, List.of("F33.1")),
                BillingUnit.DAY,
                1,
                new AuthorizationId(UUID.randomUUID()),
                1);
        var sent = Map.of(new Sent(COVERAGE, MONDAY), before2026, new Sent(COVERAGE, MONDAY.plusDays(1)), before2026);
        var before = facts(week, H0015, Outlook.OPEN, allSigned(week));
        var depressed = List.of(ALCOHOL.getFirst(), new Diagnosed("F33.1", MONDAY, MONDAY.plusDays(1)));
        var facts = new Facts(
                before.days(), before.covers(), before.notes(), before.certified(), depressed, ADMITTED, sent);

        assertThat(lines(facts).lines())
                .extracting(ClaimLine::status)
                .containsExactly(Status.SENT, Status.HELD, Status.READY);
        assertThat(lines(facts).lines().get(1).holds()).containsExactly(Hold.CHANGED_SINCE_SENT);
        assertThat(lines(facts).lines())
                .extracting(ClaimLine::billed)
                .extracting("procedureCode", "modifier", "revenueCode", "diagnoses")
                .as("what went out keeps the codes of then")
                .containsExactly(
                        tuple("S9480", "HH", "0905", List.of("F33.1")),
                        tuple("S9480", "HH", "0905", List.of("F33.1")),
                        tuple("H0015", null, "0906", List.of("F10.20")));
        assertThat(lines(diagnosed(facts, ALCOHOL.getFirst()))
                        .lines()
                        .getFirst()
                        .holds())
                .as("what it was sent for had been entered wrongly")
                .containsExactly(Hold.CHANGED_SINCE_SENT);
        assertThat(lines(facts).lines().getFirst().billed())
                .extracting("authorization")
                .isEqualTo(before2026.authorization());
    }

    @Test
    void whatWasSentIsHeldWhereItsNoteWasStruckAndNoOtherIsSigned() {
        var as2026 =
                new AsSent(new ClaimCodes("H0015", null, "0906", null, List.of("F10.20")), BillingUnit.DAY, 1, null, 1);
        var before = facts(week, H0015, Outlook.OPEN, allSigned(week));
        var first = Set.copyOf(week.getFirst().sessions());
        var others = allSigned(week.subList(1, week.size()));
        var sent = Map.of(new Sent(COVERAGE, MONDAY), as2026);

        var facts = new Facts(
                before.days(),
                before.covers(),
                new Signed.Notes(others, first),
                before.certified(),
                ALCOHOL,
                ADMITTED,
                sent);

        assertThat(lines(facts).lines()).extracting(ClaimLine::status).containsExactly(Status.HELD, Status.READY);
        assertThat(lines(facts).lines().getFirst().holds()).containsExactly(Hold.NOTE_STRUCK);
    }

    @Test
    void aDayIsBilledByTheTermsOfThatDay() {
        var byQuarters = new BillingTerms(
                "H0015", "0906", null, null, "hcpcs-h0015", BillingUnit.QUARTER_HOUR, true, false, 120, null, 5, 14);
        var before = facts(week, H0015, Outlook.OPEN, allSigned(week));
        var cover = before.covers().getFirst();
        var changing = new Cover(
                cover.coverage(),
                cover.payer(),
                cover.priority(),
                cover.firstDay(),
                cover.lastDay(),
                day -> day.isBefore(MONDAY.plusDays(2))
                        ? new DayTerms(H0015, 180, false)
                        : new DayTerms(byQuarters, 120, false),
                cover.burning(),
                cover.consent(),
                cover.butDiagnosis());

        var claims =
                lines(facts(before.days(), List.of(changing), before.notes().signed()));

        assertThat(claims.lines())
                .extracting(ClaimLine::billed)
                .extracting("unit", "units")
                .containsExactly(
                        tuple(BillingUnit.DAY, 1),
                        tuple(BillingUnit.QUARTER_HOUR, 12),
                        tuple(BillingUnit.QUARTER_HOUR, 11));
        assertThat(claims.shortDays()).isEmpty();
    }

    private Claims lines(Facts facts) {
        return Claims.of(facts, MONDAY, MONDAY.plusDays(6));
    }

    private Facts facts(List<AttendedDay> days, BillingTerms terms, Outlook consent, Set<SessionId> signed) {
        return facts(days, List.of(cover(days, terms, consent, approved)), signed);
    }

    private static Facts facts(List<AttendedDay> days, List<Cover> covers, Set<SessionId> signed) {
        return new Facts(days, covers, new Signed.Notes(signed, Set.of()), List.of(), ALCOHOL, ADMITTED, Map.of());
    }

    private static Facts diagnosed(Facts facts, Diagnosed... diagnoses) {
        return new Facts(
                facts.days(),
                facts.covers(),
                facts.notes(),
                facts.certified(),
                List.of(diagnoses),
                facts.admitted(),
                facts.sent());
    }

    private static Facts certified(Facts facts, LocalDate from, LocalDate through) {
        return new Facts(
                facts.days(),
                facts.covers(),
                facts.notes(),
                List.of(new Certified(EPISODE, from, through)),
                facts.diagnoses(),
                facts.admitted(),
                facts.sent());
    }

    private static Cover cover(List<AttendedDay> days, BillingTerms terms, Outlook consent, Approved approved) {
        int least = "hcpcs-h0015".equals(terms.ruleSet()) ? 180 : 1;
        @Nullable LocalDate goesOn = null;
        return new Cover(
                COVERAGE,
                new PayerId(UUID.randomUUID()),
                Coverage.Priority.PRIMARY,
                LocalDate.of(2026, 1, 1),
                goesOn,
                _ -> new DayTerms(terms, least, "nc-saiop".equals(terms.ruleSet())),
                Burning.of(List.of(approved), days, List.of(), LocalDate.MAX, _ -> least),
                consent,
                false);
    }

    private static Set<SessionId> allSigned(List<AttendedDay> days) {
        var all = new HashSet<SessionId>();
        days.forEach(day -> all.addAll(day.sessions()));
        return all;
    }

    private static AttendedDay attended(LocalDate day, int minutes) {
        return attended(day, Map.of(Modality.GROUP_THERAPY, minutes));
    }

    private static AttendedDay attended(LocalDate day, Map<Modality, Integer> minutes) {
        return new AttendedDay(
                day,
                EPISODE,
                minutes.entrySet().stream()
                        .map(one -> new Attendance(
                                new SessionId(UUID.randomUUID()),
                                one.getKey(),
                                one.getKey() == Modality.GROUP_THERAPY,
                                one.getValue()))
                        .toList());
    }
}
