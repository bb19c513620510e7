/** The manifests, checked without a cluster. */
package io.demarche.kubernetes;
