package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.SCHEDULING;
import static org.stepwell.suite.journey.Stage.THERAPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Jamal finds a job on two mornings, says so on his phone, and his hours find their way to the calendar. */
final class Working {

    private final Stage stage;
    private final Api api;
    private final Cast.Patient jamal;

    Working(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.jamal = stage.cast().jamal();
    }

    /** Out of work, with a goal of his own, he writes to a bakery. */
    String applies() {
        said("/statuses", Map.of("employment", "UNEMPLOYED", "education", "GRADE_12_OR_GED"));
        said(
                "/goals",
                Map.of(
                        "goal",
                        "A job with fixed hours in the morning. " + Cast.CANARY,
                        "targetDate",
                        stage.day().plusMonths(2).toString()));
        var bakery = Map.of("name", "Corner bakery of the " + Cast.CANARY + "s", "position", "Assistant");
        return said(
                        "/applications",
                        Map.of("employer", bakery, "sentOn", stage.day().toString()))
                .id();
    }

    /** He is taken; his counselor sees it as work to do until scheduling has his hours. */
    void works(String application) {
        var at = "/applications/" + application;
        List.of("INTERVIEW", "OFFER", "ACCEPTED").forEach(state -> said(at + "/states", Map.of("state", state)));
        var shifts = List.of(shift("TUESDAY"), shift("THURSDAY"));
        var told = api.must(api.put(jamal.account(), THERAPY, career(at + "/shifts"), Map.of("shifts", shifts), "*"));
        stage.claims().expect("the hours of a job are somebody's task until scheduling has them", 1, toHandOver());

        var availability = "/patients/" + jamal.id() + "/availability";
        var before = api.must(api.get(jamal.account(), SCHEDULING, availability));
        var busy = told.body().at("/handover/busy");
        api.must(api.put(jamal.account(), SCHEDULING, availability, Map.of("busy", busy), before.etag()));
        api.must(api.postSeen(jamal.account(), THERAPY, career(at + "/shifts/handover"), told.etag(), Map.of()));
        stage.claims().expect("and nobody's once he put them there himself", 0, toHandOver());
        stage.claims()
                .expect(
                        "scheduling plans around the hours as therapy showed them",
                        busy.findValuesAsText("day"),
                        kept(availability).findValuesAsText("day"));
        stage.telling().say("%s finds a job, and puts his hours into the calendar on his phone.", jamal.name());
    }

    private JsonNode kept(String availability) {
        return api.must(api.get("ivy", SCHEDULING, availability)).body().path("busy");
    }

    private int toHandOver() {
        return api.must(api.get(
                        "carl", THERAPY, "/tasks?kind=work-hours-to-hand-over&status=OPEN&patient=" + jamal.id()))
                .body()
                .path("items")
                .size();
    }

    private Map<String, String> shift(String weekday) {
        return Map.of(
                "weekday",
                weekday,
                "startsAt",
                "07:00",
                "endsAt",
                "12:00",
                "firstDay",
                stage.day().toString());
    }

    private Api.Answer said(String path, Map<String, ?> form) {
        return api.must(api.post(jamal.account(), THERAPY, career(path), form));
    }

    private String career(String path) {
        return "/episodes/" + jamal.episode() + "/career" + path;
    }
}
