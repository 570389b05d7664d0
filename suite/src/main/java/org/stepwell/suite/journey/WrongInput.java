package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What is mistyped is refused at its field, and nothing of it is stored. */
final class WrongInput {

    private final Stage stage;
    private final Api api;
    private final Claims claims;
    private final Cast.Patient amina;

    WrongInput(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
        this.amina = stage.cast().amina();
    }

    void play() {
        stage.telling().chapter("Mistyped");
        var before = api.must(api.get("ivy", ENROLLMENT, amina())).body();
        refused(
                "a birth date that is still to come",
                "/birthDate",
                born(stage.today().plusDays(1).toString()));
        refused("29 February of a year that has none", "/birthDate", born("1990-02-29"));
        refused(
                "a diagnosis of the body alone",
                "/code",
                api.post("carl", ENROLLMENT, "/patients/" + amina.id() + "/diagnoses", Map.of("code", "E11.9")));
        refused("a substance that the state does not count", "/answers/SUB1", teds(Map.of("SUB1", 77)));
        refused("a second substance that is the first", "/answers/SUB2", teds(Map.of("SUB1", 2, "SUB2", 2)));
        refused(
                "a last day before the first",
                "/lastDay",
                leaves(LocalDate.parse(before.path("start").asText()).minusDays(1)));
        claims.expect(
                "nothing of it is stored",
                before,
                api.must(api.get("ivy", ENROLLMENT, amina())).body());
    }

    private void refused(String what, String pointer, Api.Answer answer) {
        claims.expect(
                what + " is refused where it stands",
                "400 " + pointer,
                answer.status() + " " + answer.body().at("/errors/0/pointer").asText());
    }

    private String amina() {
        return "/episodes/" + amina.episode();
    }

    private Api.Answer born(String day) {
        var form = new HashMap<>(Cast.somebody("Nobody"));
        form.put("birthDate", day);
        return api.post("ivy", ENROLLMENT, "/patients", form);
    }

    private Api.Answer teds(Map<String, Integer> answers) {
        return api.put("ivy", ENROLLMENT, amina() + "/teds/admission", Map.of("answers", answers), null);
    }

    private Api.Answer leaves(LocalDate lastDay) {
        return api.post(
                "sam",
                ENROLLMENT,
                amina() + "/discharge",
                Map.of("lastDay", lastDay.toString(), "reason", "NO_CONTACT", "waiver", "NO_CONTACT"));
    }
}
