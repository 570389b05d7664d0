package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.AFTERCARE;
import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwell.suite.DemoClinic;

/** A clinic with a program, staff, a room, a group of twelve places three evenings a week, and a list of meetings. */
final class SettingUp {

    private final Stage stage;
    private final Api api;

    SettingUp(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
    }

    void play() throws IOException {
        stage.telling().chapter("A clinic on the river");
        api.must(api.put(
                "ada",
                ENROLLMENT,
                "/clinics/" + DemoClinic.RIVERSIDE,
                Map.of("name", "Riverside", "zone", Cast.ZONE.getId(), "weekStart", "MONDAY"),
                "*"));
        stage.offers(api.must(api.post(
                        "ada",
                        ENROLLMENT,
                        "/programs",
                        Map.of(
                                "name",
                                "Evening IOP " + UUID.randomUUID(),
                                "lengthDays",
                                90,
                                "ruleSet",
                                "iop-standard",
                                "tracks",
                                List.of(Map.of("code", "evening", "name", "Evening, 6 to 9")))))
                .id());
        staff(Cast.CARL, "Carl Castillo", "LCSW");
        staff(Cast.CORA, "Cora Chen", "LPC");
        staff(Cast.SAM, "Sam Sorensen", "LCSW-S");
        stage.time().settle();
        endWhatAnInterruptedStoryLeft();
        stage.meetsAs(group());
        stage.telling().say("An evening program with nine hours a week, and a group of twelve places led by Carl.");
        meetings();
    }

    private void staff(String id, String name, String credential) {
        api.must(api.put(
                "ada",
                SCHEDULING,
                "/staff/" + id,
                Map.of("name", name, "credentials", List.of(credential), "active", true),
                "*"));
    }

    /** Carl can not be in two groups at one time, and somebody may have ended an earlier story in its middle. */
    private void endWhatAnInterruptedStoryLeft() {
        var groups = api.must(api.get("ada", SCHEDULING, "/groups?limit=200"));
        for (var group : groups.body().path("items")) {
            boolean running = group.path("status").asText().equals("RUNNING");
            if (running && group.path("facilitators").toString().contains(Cast.CARL)) {
                var starts = LocalDate.parse(group.path("startsOn").asText());
                var lastDay = starts.isAfter(stage.today()) ? starts : stage.today();
                api.must(api.post(
                        "ada",
                        SCHEDULING,
                        "/groups/" + group.path("id").asText() + "/end",
                        Map.of("lastDay", lastDay.toString())));
                stage.startsAfter(lastDay);
            }
        }
        stage.time().settle();
    }

    private String group() {
        var room = api.must(api.post(
                        "ada", SCHEDULING, "/rooms", Map.of("name", "Garden room " + UUID.randomUUID(), "seats", 14)))
                .id();
        return api.must(api.post(
                        "ada",
                        SCHEDULING,
                        "/groups",
                        Map.of(
                                "name",
                                "Evening group",
                                "program",
                                stage.program(),
                                "track",
                                "evening",
                                "modality",
                                "GROUP_THERAPY",
                                "capacity",
                                12,
                                "room",
                                room,
                                "facilitators",
                                List.of(Cast.CARL),
                                "slots",
                                List.of(slot("MONDAY"), slot("WEDNESDAY"), slot("FRIDAY")),
                                "startsOn",
                                stage.firstDay().toString())))
                .id();
    }

    private static Map<String, String> slot(String day) {
        return Map.of("day", day, "from", "18:00", "to", "21:00");
    }

    /** The feed a fellowship publishes, from a file as an administrator would get it. */
    private void meetings() throws IOException {
        var file = stage.clinic()
                .settings()
                .source()
                .resolve("aftercare-service/src/main/resources/meetings/demo-feed.json");
        JsonNode feed = Api.JSON.readTree(Files.readString(file));
        var report = api.must(api.put("ada", AFTERCARE, "/meeting-feeds/demo?name=Demo&source=file", feed, "*"));
        stage.claims()
                .expect(
                        "every meeting of the feed is stored",
                        feed.size(),
                        report.body().path("stored").asInt());
    }
}
