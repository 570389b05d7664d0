package org.stepwell.therapy.career;

import static org.hamcrest.Matchers.lessThan;
import static org.stepwell.therapy.Riverside.API;
import static org.stepwell.therapy.Riverside.supervisor;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.stepwell.platform.testing.MovedClock;
import org.stepwell.therapy.Riverside.InCare;

/** Somebody's career, of all that may stand there. */
public final class CareerPage {

    private final String career;

    private CareerPage(InCare who) {
        career = API + "/episodes/" + who.episode() + "/career";
    }

    /** All that the page shows; the ids on it, and a day to come. */
    public static Map<String, String> aPage(InCare who) {
        return new CareerPage(who).filled();
    }

    private Map<String, String> filled() {
        var inAMonth = LocalDate.ofInstant(MovedClock.now(), ZoneOffset.UTC)
                .plusDays(30)
                .toString();
        posts("/statuses", """
                {"employment": "NOT_IN_LABOR_FORCE", "notInLaborForce": "STUDENT", "education": "GRADE_12_OR_GED"}
                """);
        posts("/skills", "{\"skills\": [\"RESUME\"]}");
        puts("/barriers", "{\"barrier\": \"TRANSPORT\", \"state\": \"IN_THE_WAY\"}");
        String goal = posts("/goals", "{\"goal\": \"Work in the morning\", \"targetDate\": \"%s\"}".formatted(inAMonth))
                .path("id");
        String application = posts("/applications", """
                {"employer": {"name": "Corner bakery", "position": "Assistant"}, "sentOn": "2020-03-02"}
                """).path("id");
        var job = "/applications/" + application;
        String interview = posts(job + "/interviews", "{\"date\": \"%s\", \"time\": \"10:30\"}".formatted(inAMonth))
                .path("interviews[0].id");
        posts(job + "/states", "{\"state\": \"OFFER\"}");
        posts(job + "/states", "{\"state\": \"ACCEPTED\"}");
        puts(job + "/shifts", """
                {"shifts": [{"weekday": "FRIDAY", "startsAt": "22:00", "endsAt": "06:00", "firstDay": "2020-03-06"}]}
                """);
        return Map.of("careerGoal", goal, "application", application, "interview", interview, "targetDate", inAMonth);
    }

    private ExtractableResponse<Response> posts(String path, String body) {
        return asks(body).post(career + path).then().statusCode(lessThan(300)).extract();
    }

    private void puts(String path, String body) {
        asks(body).put(career + path).then().statusCode(200);
    }

    private static RequestSpecification asks(String body) {
        return supervisor().asks().header("If-Match", "*").body(body);
    }
}
