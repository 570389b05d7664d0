/** The manifests in deploy/, read the way Kubernetes reads them. */
@NullMarked
package org.stepwell.suite.deploy;

import org.jspecify.annotations.NullMarked;
