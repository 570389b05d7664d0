package org.stepwell.platform;

import org.stepwell.platform.testing.ArchitectureTestBase;

class ArchitectureTest extends ArchitectureTestBase {

    ArchitectureTest() {
        super("org.stepwell.platform");
    }
}
