package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How many replicas there are is said in one place, and a node can be drained without ending the last one. */
final class Scaling implements Check {

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (JsonNode scaler : rendered.all("HorizontalPodAutoscaler")) {
            var target = scaler.at("/spec/scaleTargetRef/name").asText();
            var deployment =
                    rendered.named(scaler.at("/spec/scaleTargetRef/kind").asText(), target);
            complaints.insist(
                    deployment.isPresent(),
                    "HorizontalPodAutoscaler %s scales %s, which is not there; correct scaleTargetRef",
                    Rendered.name(scaler),
                    target);
            complaints.insist(
                    deployment.isEmpty() || !deployment.get().path("spec").has("replicas"),
                    "Deployment %s says replicas, and its HorizontalPodAutoscaler says others; take them out of the Deployment",
                    target);
            complaints.insist(
                    scaler.at("/spec/minReplicas").asInt()
                            <= scaler.at("/spec/maxReplicas").asInt(),
                    "HorizontalPodAutoscaler %s: minReplicas are more than maxReplicas",
                    Rendered.name(scaler));
        }
        for (var pod : rendered.services()) {
            var name = Rendered.name(pod.owner());
            var scaler = rendered.named("HorizontalPodAutoscaler", name);
            complaints.insist(
                    scaler.isPresent() || pod.owner().path("spec").has("replicas"),
                    "%s: nobody says how many replicas; add a HorizontalPodAutoscaler",
                    pod.name());
            var least = scaler.map(each -> each.at("/spec/minReplicas").asInt()).orElse(1);
            complaints.insist(
                    !rendered.name().equals("production") || least >= 3,
                    "%s: production keeps three replicas; set minReplicas",
                    pod.name());
            rendered.named("PodDisruptionBudget", name).ifPresent(budget -> {
                var away = budget.at("/spec/maxUnavailable").asInt(-1);
                complaints.insist(
                        away >= 1 && (away < least || least == 1),
                        "PodDisruptionBudget %s lets %d of %d go at once; set maxUnavailable below the least replicas",
                        name,
                        away,
                        least);
            });
        }
        return complaints.all();
    }
}
