import 'swagger-ui-dist/swagger-ui.css';
import SwaggerUi from 'swagger-ui-dist/swagger-ui-es-bundle.js';

/** Shows the reference of the API, from our own assets and our own OpenAPI document: no other host is contacted. */
export function showReference(): void {
  SwaggerUi({ url: '/openapi.json', dom_id: '#reference', validatorUrl: null, deepLinking: true, docExpansion: 'list' });
}
