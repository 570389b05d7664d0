package org.stepwell.scheduling.fidelity;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.INTAKE;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.hours;
import static org.stepwell.scheduling.Riverside.now;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.stepwell.contracts.code.BillingUnit;
import org.stepwell.contracts.code.RuleSet;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged;
import org.stepwell.contracts.enrollment.EnrollmentState.AuthorizationChanged.PayerRules;
import org.stepwell.contracts.id.AuthorizationId;
import org.stepwell.contracts.id.PayerId;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.scheduling.Riverside.Admitted;

/** A program of nine hours a week from a Monday on, and payers who ask for three hours on three days, as words for tests. */
record UnderTwoRuleSets(LocalDate monday, StaffId dora, ProgramId program) {

    static final RuleSet NINE_HOURS = Presets.of("medicare-iop");
    static final RuleSet THREE_HOURS_THREE_DAYS = Presets.of("hcpcs-h0015");

    static UnderTwoRuleSets start() {
        return new UnderTwoRuleSets(onAFreshMonday(), aClinician(), aProgram(NINE_HOURS));
    }

    LocalDate day(int ofWeek) {
        return monday.plusDays(ofWeek);
    }

    /** Somebody with three evenings of three hours. */
    Admitted withEvenings() {
        aGroup(program, 12, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        return admitted(program, EVENING, monday, 540);
    }

    /** Somebody with five days of 108 minutes. */
    Admitted withShortDays() {
        aGroup(program, 12, dora, monday, hours("18:00", "19:48", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY));
        return admitted(program, EVENING, monday, 540);
    }

    /** Enrollment says that from a day on so many days are approved. */
    static void approved(Admitted who, int version, int units, LocalDate from) {
        approved(who, version, units, from, THREE_HOURS_THREE_DAYS);
    }

    static void approved(Admitted who, int version, int units, LocalDate from, RuleSet rules) {
        var to = from.plusDays(60);
        Broker.say(new AuthorizationChanged(
                who.patient(),
                new AuthorizationId(who.episode().value()),
                new PayerId(new UUID(0, 1)),
                BillingUnit.DAY,
                units,
                from,
                to,
                List.of(new PayerRules(from, to, rules, List.of())),
                version,
                now()));
    }

    ValidatableResponse week(Admitted who) {
        return week(who, monday);
    }

    ValidatableResponse week(Admitted who, LocalDate weekStart) {
        return INTAKE.asks()
                .get(API + "patients/" + who.patient() + "/weeks/" + weekStart)
                .then()
                .statusCode(200);
    }

    ValidatableResponse proposals(Admitted who) {
        return INTAKE.asks()
                .get(API + "patients/" + who.patient() + "/weeks/" + monday + "/make-ups")
                .then()
                .statusCode(200);
    }

    ValidatableResponse board() {
        return INTAKE.asks()
                .get(API + "board?on=" + monday)
                .then()
                .statusCode(200)
                .rootPath("programs.find { it.program == '" + program + "' }");
    }

    /** What was told of somebody's weeks, in order: whose rule set, the verdict, and whether it was the last word. */
    static List<String> told(Admitted who) {
        return Broker.said("stepwell.scheduling", who.patient()).stream()
                .filter(event -> event.startsWith("week-measured.v1"))
                .map(event -> event.replaceAll(
                        ".*\"rulesOf\":\"(\\w+)\".*\"verdict\":\"(\\w+)\".*\"last\":(\\w+).*", "$1 $2 $3"))
                .toList();
    }
}
