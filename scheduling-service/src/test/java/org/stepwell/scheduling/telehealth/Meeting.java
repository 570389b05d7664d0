package org.stepwell.scheduling.telehealth;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.byLink;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.groupForm;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.opened;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Person;
import org.stepwell.scheduling.Riverside.Admitted;

/** It is Monday morning: Dora's group meets this evening and on Wednesday by a link, with Ada and Bob. */
record Meeting(
        LocalDate monday,
        ProgramId program,
        StaffId dora,
        String group,
        Admitted ada,
        Admitted bob,
        String session,
        String wednesday) {

    static Meeting withAdaAndBob() {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        var group = opened(form(program, dora, monday));
        var ada = admitted(program, EVENING, monday, 360);
        var bob = admitted(program, EVENING, monday, 360);
        var sessions = seatsOf(ada.patient(), monday);
        return new Meeting(monday, program, dora, group, ada, bob, sessions.getFirst(), sessions.get(1));
    }

    /** A group that meets on two evenings by the link. */
    static Map<String, Object> form(ProgramId program, StaffId leader, LocalDate monday) {
        return byLink(groupForm(program, 12, leader, monday, from18To21On(MONDAY, WEDNESDAY)));
    }

    static Person phoneOf(Admitted who) {
        return Person.at("patient").who(who.patient());
    }

    ValidatableResponse joins(Admitted who) {
        return asks(who, "joining");
    }

    ValidatableResponse leaves(Admitted who) {
        return asks(who, "leaving");
    }

    private ValidatableResponse asks(Admitted who, String what) {
        return phoneOf(who)
                .asks()
                .post(API + "patients/" + who.patient() + "/sessions/" + session + "/" + what)
                .then();
    }

    ValidatableResponse log() {
        return leading(dora)
                .asks()
                .get(API + "sessions/" + session + "/telehealth-log")
                .then();
    }

    /** Dora brings the log of the meeting tool. */
    ValidatableResponse brings(List<Map<String, Object>> stays) {
        return leading(dora)
                .asks()
                .body(Map.of("stays", stays))
                .put(API + "sessions/" + session + "/telehealth-log")
                .then();
    }

    Map<String, Object> stay(Admitted who, String from, String to) {
        return Map.of(
                "patient", who.patient(),
                "joinedAt", at(monday, from).toString(),
                "leftAt", at(monday, to).toString());
    }

    /** Nobody is named. */
    ValidatableResponse closes() {
        return leading(dora)
                .asks()
                .body(Map.of("presences", List.of()))
                .post(API + "sessions/" + session + "/closing")
                .then()
                .statusCode(200);
    }

    static String of(Admitted who, String field) {
        return "attendance.find { it.patient == '%s' }.%s".formatted(who.patient(), field);
    }
}
