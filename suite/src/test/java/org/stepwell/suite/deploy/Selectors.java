package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Who is looked for is found, and nobody else: a migration's pod answers no request. */
final class Selectors implements Check {

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (var service : Deploy.SERVICES) {
            for (var kind :
                    List.of("Deployment", "Service", "ServiceAccount", "PodDisruptionBudget", "NetworkPolicy")) {
                complaints.insist(
                        rendered.named(kind, service + "-service").isPresent(),
                        "There is no %s %s-service; add it",
                        kind,
                        service);
            }
            complaints.insist(
                    rendered.named("Job", service + "-migration").isPresent(),
                    "There is no Job %s-migration; add it",
                    service);
        }
        for (var pod : rendered.services()) {
            var name = Rendered.name(pod.owner());
            complaints.same(pod.name(), pod.spec(), "/serviceAccountName", name);
            finds(rendered, pod, "Deployment", "/spec/selector", complaints);
            finds(rendered, pod, "Service", "/spec/selector", complaints);
            finds(rendered, pod, "PodDisruptionBudget", "/spec/selector", complaints);
            finds(rendered, pod, "NetworkPolicy", "/spec/podSelector", complaints);
        }
        for (JsonNode monitor : rendered.all("PodMonitor")) {
            complaints.insist(
                    monitor.at("/spec/namespaceSelector/any").asBoolean() // somebody else's pods
                            || Parties.of(rendered).stream()
                                    .anyMatch(party -> Rendered.selects(monitor.at("/spec/selector"), party.labels())),
                    "PodMonitor %s finds no pod; correct its selector",
                    Rendered.name(monitor));
        }
        return complaints.all();
    }

    private static void finds(Rendered rendered, Rendered.Pod pod, String kind, String path, Complaints complaints) {
        var name = Rendered.name(pod.owner());
        rendered.named(kind, name).ifPresent(object -> {
            var found = rendered.pods().stream()
                    .filter(each -> Rendered.selects(object.at(path), each.labels()))
                    .map(Rendered.Pod::name)
                    .toList();
            complaints.insist(
                    found.equals(List.of(pod.name())),
                    "%s %s finds the pods of %s; let its selector find those of Deployment %s alone",
                    kind,
                    name,
                    found,
                    name);
        });
    }
}
