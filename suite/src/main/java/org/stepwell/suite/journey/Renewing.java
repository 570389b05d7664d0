package org.stepwell.suite.journey;

import static org.stepwell.suite.journey.Stage.ENROLLMENT;

import java.util.Map;

/** What was approved for Amina is nearly used up: somebody is told in time, and asks for more with what there is to show. */
final class Renewing {

    private static final int APPROVED_NOW = 60;

    private final Api api;
    private final Claims claims;
    private final Cast.Patient amina;

    Renewing(Stage stage) {
        this.api = stage.api();
        this.claims = stage.claims();
        this.amina = stage.cast().amina();
    }

    void play() {
        var approved = api.must(api.get("ivy", ENROLLMENT, "/patients/" + amina.id() + "/authorizations"))
                .body()
                .at("/items/0");
        var authorization = "/authorizations/" + approved.path("id").asText();
        claims.expect("intake is told before what was approved is used up", true, isTold());
        var packet = api.must(api.get("carl", ENROLLMENT, authorization + "/renewal-packet"))
                .body();
        claims.expect(
                "the draft for her plan counts each evening she came, and the short one",
                approved.at("/burnDown/used").asInt() + 1,
                packet.path("days").asInt());
        claims.expect(
                "shows how her scores went",
                true,
                packet.path("measures").findValuesAsText("instrument").contains("PHQ-9"));
        claims.expect(
                "names her plan, in its version",
                2,
                packet.at("/plan/treatmentPlan/version").asInt());
        claims.expect(
                "and says what is still missing",
                true,
                packet.path("missing").toString().contains("Ask the patient for a consent"));
        claims.expect(
                "which intake reads too, and her scores not",
                "true 403",
                api.must(api.get("ivy", ENROLLMENT, authorization + "/renewal-packet/missing"))
                                .body()
                                .path("missing")
                                .equals(packet.path("missing"))
                        + " "
                        + api.get("ivy", ENROLLMENT, authorization + "/renewal-packet")
                                .status());
        moreIsApproved(authorization);
    }

    private void moreIsApproved(String authorization) {
        var read = api.must(api.get("ivy", ENROLLMENT, authorization));
        var changed = api.must(api.put(
                "ivy",
                ENROLLMENT,
                authorization,
                Map.of(
                        "unit",
                        "DAY",
                        "units",
                        APPROVED_NOW,
                        "firstDay",
                        read.body().path("firstDay").asText(),
                        "lastDay",
                        read.body().path("lastDay").asText(),
                        "reference",
                        "AUTH-" + Cast.CANARY),
                read.etag()));
        var versions = api.must(api.get("ivy", ENROLLMENT, authorization + "/versions"))
                .body();
        claims.expect(
                "more is approved, and what was approved before is kept",
                APPROVED_NOW + " beside " + read.body().path("units").asText(),
                changed.body().path("units").asText() + " beside "
                        + versions.at("/0/units").asText());
        claims.expect("so that there is nothing to tell any more", false, isTold());
    }

    private boolean isTold() {
        return api.must(api.get("ivy", ENROLLMENT, "/tasks?kind=authorization-units-low&patient=" + amina.id()))
                .body()
                .findValuesAsText("status")
                .contains("OPEN");
    }
}
