package org.stepwell.suite.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The profile "restricted" of the Pod Security Standards, a read-only disk, no rights in Kubernetes, and limits. */
final class PodSecurity implements Check {

    private static final Set<String> VOLUMES = Set.of("configMap", "emptyDir", "secret", "projected");

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        for (JsonNode namespace : rendered.all("Namespace")) {
            complaints.same(
                    "Namespace " + Rendered.name(namespace),
                    namespace,
                    "/metadata/labels/pod-security.kubernetes.io~1enforce",
                    "restricted");
        }
        complaints.insist(
                rendered.all("Namespace").size() == 1, "Name the overlay's one Namespace among its resources");
        for (JsonNode account : rendered.all("ServiceAccount")) {
            complaints.same(
                    "ServiceAccount " + Rendered.name(account), account, "/automountServiceAccountToken", "false");
        }
        for (var keycloak : rendered.all("Keycloak")) {
            var pod = keycloak.at("/spec/unsupported/podTemplate/spec");
            complaints.same("Keycloak", pod, "/securityContext/runAsNonRoot", "true");
            complaints.same("Keycloak", pod, "/securityContext/seccompProfile/type", "RuntimeDefault");
            complaints.same("Keycloak", pod, "/containers/0/securityContext/allowPrivilegeEscalation", "false");
            complaints.same("Keycloak", pod, "/containers/0/securityContext/capabilities/drop/0", "ALL");
        }
        for (var pod : rendered.pods()) {
            complaints.same(pod.name(), pod.spec(), "/securityContext/runAsNonRoot", "true");
            complaints.same(pod.name(), pod.spec(), "/securityContext/runAsUser", "10001");
            complaints.same(pod.name(), pod.spec(), "/securityContext/seccompProfile/type", "RuntimeDefault");
            complaints.same(pod.name(), pod.spec(), "/automountServiceAccountToken", "false");
            for (var host : List.of("hostNetwork", "hostPID", "hostIPC")) {
                complaints.insist(!pod.spec().path(host).asBoolean(), "%s: take %s out", pod.name(), host);
            }
            pod.spec()
                    .path("volumes")
                    .forEach(volume -> volume.fieldNames()
                            .forEachRemaining(kind -> complaints.insist(
                                    kind.equals("name") || VOLUMES.contains(kind),
                                    "%s: a volume is a %s; use %s",
                                    pod.name(),
                                    kind,
                                    VOLUMES)));
            Rendered.stream(pod.spec().path("initContainers")).forEach(each -> container(pod, each, complaints));
            pod.containers().forEach(container -> container(pod, container, complaints));
        }
        return complaints.all();
    }

    private static void container(Rendered.Pod pod, JsonNode container, Complaints complaints) {
        complaints.same(pod.name(), container, "/securityContext/allowPrivilegeEscalation", "false");
        complaints.same(pod.name(), container, "/securityContext/readOnlyRootFilesystem", "true");
        complaints.same(pod.name(), container, "/securityContext/capabilities/drop/0", "ALL");
        complaints.insist(
                !container.at("/securityContext/capabilities").has("add"),
                "%s: take the added capabilities out",
                pod.name());
        complaints.insist(
                !container.at("/securityContext").has("runAsUser"),
                "%s: who runs it stands at the pod; take runAsUser out of the container",
                pod.name());
        for (var each : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            complaints.insist(
                    container.at("/resources" + each).isTextual(),
                    "%s: say resources%s, or one service starves its node",
                    pod.name(),
                    each);
        }
    }
}
