package org.stepwell.therapy;

import static org.awaitility.Awaitility.await;
import static org.stepwell.therapy.GroupRoom.aSession;
import static org.stepwell.therapy.GroupRoom.attendance;
import static org.stepwell.therapy.Questionnaires.ciwa;
import static org.stepwell.therapy.Questionnaires.sends;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.aProgram;
import static org.stepwell.therapy.Riverside.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.stepwell.contracts.code.AttendanceStatus;
import org.stepwell.contracts.id.ProgramId;
import org.stepwell.contracts.id.StaffId;
import org.stepwell.platform.testing.Broker;
import org.stepwell.platform.testing.Person;
import org.stepwell.therapy.Riverside.InCare;

/** Somebody who is asked, warned of and looked for, in all ways. */
final class LookedAfter {

    private LookedAfter() {}

    /** A program that asks patients each week for a questionnaire that nobody else asks for. */
    static ProgramId aProgramThatAsksForTheBam() {
        var program = aProgram();
        var schedule = API + "/programs/" + program + "/measure-schedule";
        await().until(() -> Person.at("clinic-admin").asks().get(schedule).statusCode() == 200);
        Person.at("clinic-admin")
                .asks()
                .body("{\"lines\": [{\"instrument\": \"BAM\", \"asks\": \"PATIENT\", \"occasions\": [\"WEEKLY\"]}]}")
                .put(schedule)
                .then()
                .statusCode(200);
        return program;
    }

    /**
     * A flag that whoever treats them clears, a crisis plan, and three days on which they stayed away: nobody answered, and the team
     * has not looked at it yet.
     */
    static Map<String, String> everything(StaffId leader, InCare who) {
        sends(supervisor(), who, "CIWA-Ar", ciwa(7)).statusCode(201);
        supervisor()
                .asks()
                .body("""
                        {"noticing": ["I stop answering"], "byMyself": ["Walk"], "distractions": ["The library"],
                         "people": [{"name": "My sister", "phone": "1"}], "professionals": [{"name": "Dr. Reyes"}],
                         "saferSurroundings": ["My brother keeps the key"]}
                        """)
                .put(API + "/patients/" + who.patient() + "/crisis-plan")
                .then()
                .statusCode(200);
        IntStream.of(6, 4, 2)
                .forEach(day ->
                        Broker.say(attendance(aSession(daysAgo(day), leader), who, 1, AttendanceStatus.NO_SHOW)));
        var outreach = API + "/episodes/" + who.episode() + "/outreach";
        String review = await().until(
                        () -> supervisor()
                                .asks()
                                .get(outreach)
                                .path("current.steps.find { it.rung == 'TEAM_REVIEW' }.id"),
                        Objects::nonNull);
        String attempt = supervisor()
                .asks()
                .body(Map.of("way", "PHONE", "outcome", "NO_ANSWER", "note", "Off."))
                .post(outreach + "/attempts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return Map.of("flag", "HALLUCINATIONS", "step", review, "attempt", attempt);
    }

    /** A time of another day. */
    static Instant daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }
}
