package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;
import static org.stepwell.suite.journey.Stage.SCHEDULING;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A program that is tried for a while: it loses a track, and then it ends. */
final class AnotherProgram {

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final String name = "Day IOP " + UUID.randomUUID();
    private String program = "";

    AnotherProgram(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    void play() {
        program = api.must(api.post(
                        "ada",
                        ENROLLMENT,
                        "/programs",
                        Map.of(
                                "name",
                                name,
                                "lengthDays",
                                90,
                                "ruleSet",
                                "iop-standard",
                                "tracks",
                                tracks("morning", "afternoon"))))
                .id();
        var patient = api.must(api.post("ivy", ENROLLMENT, "/patients", Cast.somebody("Otto")))
                .id();
        var episode = api.must(api.post(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + patient + "/episodes",
                        Map.of("program", program, "track", "morning")))
                .id();
        claims.expect(
                "a track for which somebody waits is not given up",
                "track-in-use",
                offersOnly("afternoon").rule());
        api.must(offersOnly("morning"));
        claims.expect("nor does such a program end", "program-in-use", ends().rule());
        api.must(api.post("ivy", ENROLLMENT, "/episodes/" + episode + "/withdrawal", Map.of()));
        stage.time().settle();
        claims.expect(
                "where a track was given up, scheduling opens no group in it",
                "track-unknown",
                group("afternoon").rule());
        api.must(ends());
        stage.time().settle();
        claims.expect(
                "nor in a program that ended",
                "program-is-over",
                group("morning").rule());
        claims.expect(
                "which is on no board any more",
                false,
                api.must(api.get("ivy", ENROLLMENT, "/programs/capacity"))
                        .body()
                        .toString()
                        .contains(program));
    }

    private static List<Map<String, String>> tracks(String... codes) {
        return Stream.of(codes).map(code -> Map.of("code", code, "name", code)).toList();
    }

    private Api.Answer offersOnly(String track) {
        return api.put(
                "ada",
                ENROLLMENT,
                "/programs/" + program,
                Map.of("name", name, "lengthDays", 60, "tracks", tracks(track)),
                "*");
    }

    private Api.Answer ends() {
        return api.post("ada", ENROLLMENT, "/programs/" + program + "/end", Map.of());
    }

    private Api.Answer group(String track) {
        return api.post(
                "ada",
                SCHEDULING,
                "/groups",
                Map.of(
                        "name",
                        "Day group",
                        "program",
                        program,
                        "track",
                        track,
                        "modality",
                        "GROUP_THERAPY",
                        "capacity",
                        10,
                        "room",
                        UUID.randomUUID().toString(),
                        "facilitators",
                        List.of(Cast.CARL),
                        "slots",
                        List.of(Map.of("day", "TUESDAY", "from", "09:00", "to", "12:00")),
                        "startsOn",
                        stage.firstDay().toString()));
    }
}
