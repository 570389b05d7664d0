package org.stepwell.aftercare;

import org.stepwell.platform.testing.ArchitectureTestBase;

class ArchitectureTest extends ArchitectureTestBase {

    ArchitectureTest() {
        super("org.stepwell.aftercare");
    }
}
