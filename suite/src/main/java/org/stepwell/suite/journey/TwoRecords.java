package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwell.suite.Service;

/** Otto is entered twice, and a paper of his lies in the wrong record: both become one, in all services. */
final class TwoRecords {

    private final Stage stage;
    private final Api api;
    private final Claims claims;

    TwoRecords(Stage stage) {
        this.stage = stage;
        this.api = stage.api();
        this.claims = stage.claims();
    }

    void play() {
        stage.telling().chapter("One person, two records");
        var form = new HashMap<>(Cast.somebody("Otto"));
        var otto = api.must(api.post("ivy", ENROLLMENT, "/patients", form)).id();
        form.put("notTheSameAs", List.of(otto));
        var again = api.must(api.post("ivy", ENROLLMENT, "/patients", form)).id();
        stage.time().settle();
        var paper = aPaperIsFiled(again);
        theyBecomeOne(otto, again, paper);
    }

    private String aPaperIsFiled(String patient) {
        var order = "%PDF-1.7 In the matter of Otto ".concat(Cast.CANARY).getBytes(StandardCharsets.US_ASCII);
        var paper = api.must(api.postFile(
                        "ivy",
                        ENROLLMENT,
                        "/patients/" + patient + "/documents?kind=COURT_ORDER",
                        "order of Otto " + Cast.CANARY + ".pdf",
                        order))
                .id();
        var pages = "/documents/" + paper + "/pages";
        claims.expect(
                "a paper is given back to whoever gives a second factor",
                "step-up-required 200",
                api.get("ivy", ENROLLMENT, pages).rule() + " "
                        + api.getWithSecondFactor("ivy", ENROLLMENT, pages).status());
        return paper;
    }

    private void theyBecomeOne(String otto, String again, String paper) {
        var version = api.must(api.get("ivy", ENROLLMENT, "/patients/" + otto)).etag();
        var duplicate = api.must(api.get("ivy", ENROLLMENT, "/patients/" + again));
        api.must(api.postSeen(
                "paul",
                ENROLLMENT,
                "/patients/" + otto + "/merges",
                version,
                Map.of(
                        "duplicate",
                        again,
                        "duplicateVersion",
                        Integer.valueOf(String.valueOf(duplicate.etag()).replace("\"", "")),
                        "words",
                        "Both cards in one hand, of Otto " + Cast.CANARY)));
        stage.time().settle();
        claims.expect(
                "whoever asks for the second record is sent to the first, in all four services",
                List.of("patient-was-merged", "patient-was-merged", "patient-was-merged", "patient-was-merged"),
                Service.all().stream()
                        .map(service -> api.get("paul", service, "/patients/" + again + "/accesses"))
                        .map(Api.Answer::rule)
                        .toList());
        claims.expect(
                "where the paper lies now",
                true,
                api.must(api.get("ivy", ENROLLMENT, "/patients/" + otto + "/documents"))
                        .body()
                        .findValuesAsText("id")
                        .contains(paper));
    }
}
