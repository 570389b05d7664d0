package org.stepwell.scheduling.attendance;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.stepwell.scheduling.Riverside.API;
import static org.stepwell.scheduling.Riverside.EVENING;
import static org.stepwell.scheduling.Riverside.NINE_HOURS;
import static org.stepwell.scheduling.Riverside.aClinician;
import static org.stepwell.scheduling.Riverside.aGroup;
import static org.stepwell.scheduling.Riverside.aProgram;
import static org.stepwell.scheduling.Riverside.admitted;
import static org.stepwell.scheduling.Riverside.at;
import static org.stepwell.scheduling.Riverside.from18To21On;
import static org.stepwell.scheduling.Riverside.leading;
import static org.stepwell.scheduling.Riverside.moveTo;
import static org.stepwell.scheduling.Riverside.onAFreshMonday;
import static org.stepwell.scheduling.Riverside.seatsOf;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.stepwell.contracts.id.PatientId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.scheduling.Riverside.Admitted;

/** A Monday evening: Dora's group with Ada and Bob has just gone home. */
record Evening(LocalDate monday, StaffId dora, Admitted ada, Admitted bob, String session) {

    static Evening withAdaAndBob() {
        return inAGroupOf(12);
    }

    /** With no seat left. */
    static Evening ofTwo() {
        return inAGroupOf(2);
    }

    private static Evening inAGroupOf(int places) {
        var monday = onAFreshMonday();
        var dora = aClinician();
        var program = aProgram(NINE_HOURS);
        aGroup(program, places, dora, monday, from18To21On(MONDAY, WEDNESDAY, FRIDAY));
        var ada = admitted(program, EVENING, monday, 540);
        var bob = admitted(program, EVENING, monday, 540);
        moveTo(at(monday, "21:05"));
        return new Evening(
                monday, dora, ada, bob, seatsOf(ada.patient(), monday).getFirst());
    }

    Response close(List<Map<String, Object>> presences) {
        return leading(dora).asks().body(Map.of("presences", presences)).post(API + "sessions/" + session + "/closing");
    }

    Response check(String what, PatientId patient, String hour) {
        return leading(dora)
                .asks()
                .body(Map.of("patient", patient, "at", at(monday, hour).toString()))
                .post(API + "sessions/" + session + "/" + what);
    }

    Response found(Admitted who) {
        return Person.at("supervisor")
                .who(dora)
                .asks()
                .body(Map.of("patient", who.patient(), "episode", who.episode(), "status", "PRESENT"))
                .post(API + "sessions/" + session + "/attendance");
    }

    static Map<String, Object> presence(Admitted who, String status) {
        return Map.of("patient", who.patient(), "status", status);
    }

    static List<String> recorded(PatientId patient) {
        return Broker.said("stepwell.scheduling", patient).stream()
                .filter(event -> event.startsWith("attendance-recorded.v1"))
                .toList();
    }
}
