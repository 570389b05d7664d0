package org.stepwell.suite.deploy;

import java.util.List;
import java.util.stream.Stream;

/**
 * An image is what it was when it was tried: by digest where people are treated, by a tag that stays elsewhere. Ours have a
 * digest of nothing until a release says its own; others have one that was looked up.
 */
final class Images implements Check {

    private static final String NOTHING = "0".repeat(64);

    @Override
    public List<String> complaints(Rendered rendered) {
        var complaints = new Complaints();
        var byDigest = List.of("staging", "production").contains(rendered.name());
        var named = Stream.concat(
                        rendered.pods().stream()
                                .flatMap(Rendered.Pod::containers)
                                .map(container -> container.path("image").asText()),
                        rendered.all("Cluster").stream()
                                .map(cluster -> cluster.at("/spec/imageName").asText()))
                .distinct()
                .toList();
        named.forEach(image -> {
            complaints.insist(
                    !byDigest || image.matches(".+@sha256:[0-9a-f]{64}"),
                    "%s: name the image by its digest, under images in the overlay",
                    image);
            complaints.insist(
                    image.contains("@sha256:") || (image.matches(".+:[^:/]+") && !image.endsWith(":latest")),
                    "%s: name a tag that stays what it is, under images in the overlay",
                    image);
        });
        named.stream()
                .filter(image -> image.contains(NOTHING))
                .forEach(image -> complaints.insist(
                        image.startsWith("stepwell/"), "%s: look its digest up, and say it in base/once", image));
        for (var cluster : rendered.all("Cluster")) {
            complaints.insist(
                    cluster.at("/spec/imageName").asText().matches("[^@]+:[^@:/]+(@.+)?"),
                    "Cluster %s: CloudNativePG refuses an image without a tag; set newTag beside the digest",
                    Rendered.name(cluster));
        }
        return complaints.all();
    }
}
