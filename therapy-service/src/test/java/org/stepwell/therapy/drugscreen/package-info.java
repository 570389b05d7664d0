@NullMarked
package org.stepwell.therapy.drugscreen;

import org.jspecify.annotations.NullMarked;
